/** Tools of one call that run at once. */
export const PARALLEL_TOOLS = 8;

/** A longer result is stored, and the model gets a preview: about 12,500 tokens, what Claude Code takes of one result is twice that. */
export const MAX_RESULT_CHARACTERS = 50_000;
export const PREVIEW_CHARACTERS = 20_000;
/** Of a stored result at a time: so much, and no more than this share of the model's window, or of a small one where it is not known. */
export const READ_CHARACTERS = 40_000;
export const READ_SHARE = 0.1;
export const SMALL_WINDOW = 32_768;

/** What a run keeps at hand of stored content. */
export const KEPT_BYTES = 8 * 1024 * 1024;

/** A person who has not decided by then has denied (P16). */
export const APPROVAL_MS = 24 * 60 * 60 * 1_000;

/** Of what a tool tells people, so much is in the log. */
export const PROGRESS_MS = 500;
