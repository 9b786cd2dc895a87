/** The figures of the rule (docs/decisions.md says where each comes from). */

/** What a member counts as while nothing is known of anybody. */
export const USUAL_RATE = 0.65;
/** Different wrong answers while not known. */
export const USUAL_WRONG_ANSWERS = 5;
/** Nobody is taken for surer, or for less able, than this. */
export const HIGHEST_RATE = 0.97;
export const LOWEST_RATE = 0.05;
/** Even the least able member's word is worth something. */
export const LEAST_WEIGHT = 0.02;

/** How sure the leading class must be for the rest not to be asked. */
export const SURE_ENOUGH = 0.93;
/** By how much oftener somebody must have agreed with others for their dissent to keep two who agree from ending it. Tuned on the replay. */
export const CLEARLY_MORE_AGREEMENT = 0.03;
/** Odds that those who agree share a mistake; only a check makes them smaller. */
export const SHARED_MISTAKE = 0.02;
/** What an answer that nobody gave counts for where answers are checked: it has not passed anything. */
export const UNSEEN_WHEN_CHECKED = 0.5;
/** A check that passes right answers ten times as often as wrong ones stands for a supporter. */
export const STRONG_EVIDENCE = Math.log(10);

/** Of a judge that has not been measured, and of peers' ballots. */
export const USUAL_JUDGE = 0.7;
/** A verdict counts in part: judges err where members err. */
export const JUDGE_SHARE = 0.55;

/** Two sums that differ by less are equal. */
export const EPSILON = 1e-9;
