package org.stoa.catalogue;

/** Whether a product can be seen and bought. */
public enum ProductStatus {
    /** In preparation: seen by staff only. */
    DRAFT,
    /** Seen and sold, as long as there is stock. */
    ACTIVE,
    /** No longer sold; its page stays, so that old links and orders lead somewhere. */
    RETIRED
}
