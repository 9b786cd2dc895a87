/** Fixed numbers of the protocol; what a team may configure is in `team.ts`. */

/** Tries at a valid action within one call (P14). */
export const ATTEMPTS_PER_CALL = 3;
/** Failures in a row after which a slot is quarantined (P15). */
export const FAILURES_TO_QUARANTINE = 3;
/** Presentations that may fail before the stored answer is used (P18). */
export const PRESENTATION_FAILURES = 2;
/** First back-off after a failure; doubles with each further one. */
export const BACKOFF_BASE_MS = 500;
export const BACKOFF_CAP_MS = 30_000;
/** Share of `turnSeconds` that coordination may use; the rest is the presentation's (P16). */
export const COORDINATION_SHARE = 0.8;
/** Characters of a token, where no provider has counted them. */
export const CHARACTERS_PER_TOKEN = 4;
/** The same where a model's window is near: text of some kinds has fewer characters a token. */
export const SAFE_CHARACTERS_PER_TOKEN = 3;
/** Share of the budget by which the only answer in the making may overrun it (P16). */
export const BUDGET_OVERRUN = 0.2;
/** Word overlap (Jaccard) above which an answer is not new (P4). `lenient` refuses only equal answers. */
export const NOVELTY_OVERLAP = { lenient: 1, balanced: 0.7, strict: 0.5 } as const;
