package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The entities that this clone keeps in Hibernate's second-level cache, forgotten when a look finds that they changed, whoever
 * changed them. A region bears the name of the kind of tags that say so: {@code member:42} is about the region {@code member}. See
 * docs/decisions/0014-second-level-cache.md.
 */
@ApplicationScoped
public class KeptEntities implements ChangeListener {
    private static final String EVERYTHING = "*";

    @PersistenceUnit
    private EntityManagerFactory entities;

    private final List<EntityDataAccess> regions = new ArrayList<>();

    @PostConstruct
    void find() {
        entities.unwrap(SessionFactoryImplementor.class)
                .getRuntimeMetamodels()
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> {
                    if (entity.canReadFromCache()) {
                        regions.add(entity.getCacheAccessStrategy());
                    }
                });
    }

    @Override
    public void changed(Collection<String> tags) {
        var kinds = tags.stream().map(KeptEntities::kind).collect(Collectors.toSet());
        regions.stream().filter(region -> isAbout(kinds, region)).forEach(KeptEntities::forget);
    }

    private static String kind(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0 ? tag : tag.substring(0, colon);
    }

    private static boolean isAbout(Set<String> kinds, EntityDataAccess region) {
        return kinds.contains(EVERYTHING) || kinds.contains(region.getRegion().getName());
    }

    @Override
    public void everythingMayHaveChanged() {
        regions.forEach(KeptEntities::forget);
    }

    /**
     * Empties a region, of its natural ids too, on this clone alone: the others look for themselves. Locked, so that who has read a
     * row before the change does not keep it after.
     */
    private static void forget(EntityDataAccess region) {
        var lock = region.lockRegion();
        try {
            region.getRegion().clear();
        } finally {
            region.unlockRegion(lock);
        }
    }
}
