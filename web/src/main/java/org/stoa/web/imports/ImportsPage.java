package org.stoa.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.imports.ImportViews;
import org.stoa.imports.Mappings;

/** Where staff upload files, and see what became of those before. */
@Named
@RequestScoped
public class ImportsPage {
    @Inject
    private ImportViews imports;

    private List<ImportRow> rows = List.of();

    /** Reads what the page shows. */
    public void load() {
        rows = imports.recent().stream().map(ImportRow::of).toList();
    }

    /** The latest imports, the newest first. */
    public List<ImportRow> getRows() {
        return rows;
    }

    /** The names of the mappings. */
    public List<String> getMappings() {
        return Mappings.NAMES;
    }
}
