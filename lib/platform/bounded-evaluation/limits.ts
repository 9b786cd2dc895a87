/** Of processor time for the work itself; loading what it needs is not counted, nor what others do on a busy machine. */
export const TIME_LIMIT_MS = 100;
/** By the clock on the wall, however little of the processor it was given. */
export const WALL_LIMIT_MS = 1_000;
/** A thread that has not come so far as to begin is not going to. */
export const START_LIMIT_MS = 10_000;
export const THREADS = 2;
/** Who waits behind so many, or for so long, is not evaluated. */
export const MOST_WAITING = 1_000;
export const WAIT_LIMIT_MS = 30_000;
export const MEMORY_LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** Characters; what is no text counts by `fitsIn`. */
export const MOST_VALUE = 1_000_000;
export const MOST_SCHEMA = 250_000;
export const MOST_PATTERN = 2_000;
export const MOST_SOURCE = 20_000;
export const DEEPEST = 100;
