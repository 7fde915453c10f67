package org.stoa.imports;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.stoa.data.SqlUpdate;

/** What is remembered of the rows of a file while it is imported; in the transaction of the step. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ImportRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @PersistenceContext
    private EntityManager primary;

    /**
     * A product as a row names it.
     *
     * @param sku the product
     * @param row the number of the row, 1 or more
     */
    public record Named(String sku, long row) {}

    /**
     * Remembers that these rows name these products.
     *
     * @param rows each with another SKU
     * @return the row that named it first, for each SKU that an earlier step has seen
     */
    public Map<String, Long> name(UUID file, List<Named> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        // The select sees the table as it was before the insert.
        return query("""
                        with given as (
                            select sku, "row" from jsonb_to_recordset(cast(:rows as jsonb)) as g(sku text, "row" bigint)),
                        added as (
                            insert into import_key (file_id, sku, row_number)
                            select :file, sku, "row" from given on conflict do nothing)
                        select k.sku, k.row_number from import_key k join given g on g.sku = k.sku where k.file_id = :file
                        """, Tuple.class)
                .setParameter("rows", json(rows))
                .setParameter("file", file)
                .getResultStream()
                .collect(toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }

    /** Keeps why rows were refused. */
    public void refuse(UUID file, List<RowRefusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        SqlUpdate.of(primary, """
                        insert into import_refusal (file_id, row_number, line_number, column_name, reason, value)
                        select :file, "row", line, "column", reason, value
                          from jsonb_to_recordset(cast(:refusals as jsonb))
                               as g("row" bigint, line bigint, "column" text, reason text, value text)
                        """)
                .setParameter("file", file)
                .setParameter("refusals", json(refusals))
                .executeUpdate();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows that can't be written as JSON", e);
        }
    }

    /** Typed, which JPA's own is not. */
    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return primary.unwrap(Session.class).createNativeQuery(sql, type);
    }
}
