/** What `replay.mjs` of the decision data shows a rule of one task; `example-rule.mjs` there documents it. */
export interface ReplayContext {
  n: number;
  kind: string;
  /** Asks a member: the number of its answer, equal numbers are equal answers, below 0 = none. */
  ask(member: number): number;
  /** A simulated check of a member's answer. */
  test(member: number, kind: 'good' | 'weak'): boolean;
  /** Simulated scores of a voter (−1 = the judge) for answers that somebody gave. */
  scores(voter: number, answers: number[], kind: 'weak' | 'fair' | 'strong', how?: { both?: boolean }): number[];
  cal: {
    agr: number[];
    over: number[];
    overN: number[];
    /** 1 / chance that two wrong answers are equal. */
    km1: number;
    kind(kind: string): number[];
  };
}
