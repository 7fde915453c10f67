package org.stoa.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.stoa.data.PrimaryStatements;

/**
 * Makes the documents of products that something has changed of: a function of the database does it, see
 * V11__product_documents.sql. Any clone may ask for it at any time, and may die meanwhile.
 */
@ApplicationScoped
public class ProductDocumentBuilder {
    /** The most products at once; some tens of milliseconds on the primary. */
    public static final int BATCH = 100;

    @Inject
    private PrimaryStatements primary;

    /**
     * Makes those of some products; must be called outside of a transaction.
     *
     * @return of how many, up to {@link #BATCH}; 0 if nothing is outdated or another clone is at it
     */
    public int build() throws SQLException {
        return primary.run(connection -> {
            try (var build = connection.prepareStatement("select build_product_documents(?)")) {
                build.setInt(1, BATCH);
                try (var row = build.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
