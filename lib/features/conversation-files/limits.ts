/** Of a file that is taken in. */
export const MAX_PACKED_BYTES = 200_000_000;
/** A larger one is taken in behind the answer. */
export const LARGE_BYTES = 5_000_000;
/** Shared with the thread that opens files. */
export const UNPACK_LIMITS = { bytes: 200_000_000, ratio: 100, depth: 64, messages: 100_000 };
