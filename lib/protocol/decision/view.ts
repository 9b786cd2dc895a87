/** What the rule of decision by evidence is shown: plain JSON, folded from the log. Nothing in it is a text that an agent wrote. */
import type { AnswerId, Slot } from '../team';

/** A rate learned from observations of a model on this kind of task (P31): checks, people's choices. */
export interface LearnedRate {
  /** Share that was right, 0–1. */
  rate: number;
  /** How many observations, decay included; `null` = the rate is already shrunk by who learned it. */
  observations: number | null;
}

/** The version of a slot that counts now. */
export interface DecisionAnswer {
  answerId: AnswerId;
  version: number;
  /** Of its `answer.posted`. */
  seq: number;
  /** False when the call that made it was shown an equal answer: it joins the class and adds no support. */
  isIndependent: boolean;
}

export interface DecisionSlot {
  slot: Slot;
  /** Backend and model in one word: two slots with the same word make the same mistakes. */
  model: string;
  /**
   * `unasked` and `working` = its first version may still come, or it was steered and is asked again: what it published before gives no
   * support. `done` = it published, abstained, failed or left; the answers of slots that left still support.
   */
  stage: 'unasked' | 'working' | 'done';
  answer: DecisionAnswer | null;
  /** `null` = nothing is known. */
  reliability: LearnedRate | null;
  /** Share of peers that it has agreed with so far; only an order, never a weight. `null` = not known. */
  agreement: number | null;
  /** `due` = it has not yet seen the others' classes and may still publish. */
  look: 'due' | 'done';
  /** False when it can no longer be called. */
  mayVote: boolean;
}

/** What is known about two current answers, by rule or by a comparison. A pair without a finding is unknown. */
export interface Finding {
  a: AnswerId;
  b: AnswerId;
  is: 'same' | 'different';
  by: 'rule' | 'comparison';
}

export interface DecisionCheck {
  check: string;
  /** Share of right answers that pass, 0–1. */
  passesRight: number;
  /** Share of wrong answers that pass, 0–1. */
  passesWrong: number;
  /** The team declares it a verdict: who passes is right, who fails is not. */
  isDecisive: boolean;
}

export interface CheckResult {
  check: string;
  answerId: AnswerId;
  /** `null` = it came to no result, which is no evidence. */
  passed: boolean | null;
}

/** A slot's scores, 0–10, for the lines that it was shown; empty = it abstained or failed. */
export interface DecisionBallot {
  slot: Slot;
  scores: { answerId: AnswerId; score: number }[];
}

/** What the judge said about the lines in one order; `null` = nothing that counts. */
export interface JudgeVerdict {
  order: AnswerId[];
  pick: AnswerId | null;
}

export interface DecisionView {
  /** For the order of lines on ballots. */
  seed: number;
  depth: 'auto' | 'all';
  ballots: 'open' | 'never';
  /** `null` = none is named; `accuracy` `null` = not measured. */
  judge: { accuracy: number | null } | null;
  /** In the team's order. */
  slots: DecisionSlot[];
  findings: Finding[];
  /** 2 in a new run; 0 after one that failed or was cut by a bound. */
  comparisonsLeft: number;
  checks: DecisionCheck[];
  results: CheckResult[];
  cast: DecisionBallot[];
  verdicts: JudgeVerdict[];
  /** How many different wrong answers there are, as it were: 1 / the chance that two wrong ones are equal. `null` = not known. */
  wrongAnswers: number | null;
  /** *Answer now*, or a bound was hit: nothing more is asked, the best there is wins. */
  isClosing: boolean;
}
