package org.stoa.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.stoa.data.Reads;

/** Accounts as they are now. Read from the primary: who may do what is never decided by what a replica says. */
@ApplicationScoped
public class MemberViews {
    private static final String MEMBER = """
            select id, email, name, role, cast(extract(epoch from created_at) as bigint) as since, epoch, password_hash
              from member
            """;

    @Inject
    private Reads reads;

    /**
     * An account and what its password is checked against.
     *
     * @param hash none: nobody can sign in with a password
     */
    record Credentials(MemberView member, Optional<PasswordHash> hash) {}

    /** The member, or empty if there is none. */
    public Optional<MemberView> find(MemberId id) {
        return reads.readPrimary(session -> session.createNativeQuery(MEMBER + " where id = :id", Tuple.class)
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(MemberViews::view));
    }

    /** The account with that address, or empty. */
    Optional<Credentials> credentials(Email email) {
        return reads.readPrimary(session -> session.createNativeQuery(MEMBER + " where email = :email", Tuple.class)
                .setParameter("email", email.value())
                .uniqueResultOptional()
                .map(row -> new Credentials(
                        view(row),
                        Optional.ofNullable(row.get("password_hash", String.class))
                                .map(PasswordHash::parse))));
    }

    private static MemberView view(Tuple row) {
        return new MemberView(
                new MemberId(row.get("id", Long.class)),
                row.get("email", String.class),
                row.get("name", String.class),
                Role.fromKey(row.get("role", String.class)),
                Instant.ofEpochSecond(row.get("since", Long.class)),
                row.get("epoch", Long.class));
    }
}
