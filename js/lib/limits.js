/** Largest page in bytes: the module's own limit, known here to refuse a page before it is read. */
export const MAX_BYTES = 32 * 1024 * 1024;
