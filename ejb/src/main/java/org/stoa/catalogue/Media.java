package org.stoa.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.Set;
import org.stoa.data.Reads;

/** Files shown on pages, by their names. */
@ApplicationScoped
public class Media {
    @Inject
    private Reads reads;

    /** The file of that name, or none. */
    public Optional<MediaFile> file(String name) {
        return reads.read(Set.of("media:" + name, ProductTags.MEDIA_CHANGED), session -> session.createNativeQuery(
                        "select content_type, bytes from media where name = :name", Tuple.class)
                .setParameter("name", name)
                .uniqueResultOptional()
                .map(row -> new MediaFile(
                        row.get(0, String.class), row.get(1, byte[].class), name.substring(0, name.indexOf('.')))));
    }
}
