import { STRONG_EVIDENCE } from '../decision/constants';
import { decidesByEvidence } from '../decision/decides-by-evidence';
import { evidenceFor } from '../decision/evidence';
import { type AnswerClass, standing } from '../decision/standing';
import type { DecisionView } from '../decision/view';
import { viewOf } from '../decision/view-of';
import type { RunState } from '../state';
import type { AnswerId, Slot } from '../team';
import { kindOfTask, type TaskKind } from './kind-of-task';

/** From what it is known, the most telling first. */
export type ObservationSource = 'choice' | 'checks' | 'agreement';

/** Whether a model was right in one run, as far as anything says so. Nothing that it wrote. */
export interface Observation {
  slot: Slot;
  backend: string;
  model: string;
  kind: TaskKind;
  source: ObservationSource;
  isRight: boolean;
  /** What it counts for beside a person's choice, 0–1. */
  weight: number;
}

/** Two who agree may share a mistake, and who stands alone may be right. */
const AGREEMENT_WEIGHT = 0.25;
/** The most that checks count for: they too may be wrong. */
const CHECKS_WEIGHT = 0.8;

/**
 * What a run that is over says of its members (P31), of each by the most telling source: a person's choice, checks, agreement.
 * @param chosen by a person after the end
 */
export function observationsOf(state: RunState, chosen?: AnswerId): Observation[] {
  if (!decidesByEvidence(state.team) || !state.team) return [];
  const kind = kindOfTask(state.input);
  const view = viewOf(state, true);
  const { classes } = standing(view);
  const choice = chosen ?? (state.winner?.rule === 'human' ? state.winner.answerId : undefined);
  return state.team.agents.flatMap(({ slot, backend }) => {
    const found = byChoice(classes, slot, choice) ?? byChecks(view, classes, slot) ?? byAgreement(classes, slot);
    return found ? [{ slot, backend: backend.type, model: backend.model, kind, ...found }] : [];
  });
}

type Found = Pick<Observation, 'source' | 'isRight' | 'weight'> | null;

function byChoice(classes: AnswerClass[], slot: Slot, choice: AnswerId | undefined): Found {
  const own = classes.find((each) => isOf(each, slot));
  if (choice === undefined || !own) return null;
  const isRight = own.members.some(({ answer }) => answer.answerId === choice);
  return { source: 'choice', isRight, weight: 1 };
}

function byChecks(view: DecisionView, classes: AnswerClass[], slot: Slot): Found {
  const own = classes.flatMap(({ members }) => members).find(({ answer }) => authorOf(answer.answerId) === slot);
  const evidence = own ? evidenceFor(view, [own]) : 0;
  if (evidence === 0) return null;
  return {
    source: 'checks',
    isRight: evidence > 0,
    weight: CHECKS_WEIGHT * Math.min(1, Math.abs(evidence) / STRONG_EVIDENCE),
  };
}

/** Only where the agreement is of several who answered independently, and nobody agrees on something else. */
function byAgreement(classes: AnswerClass[], slot: Slot): Found {
  const [agreeing, ...others] = classes.filter(({ supporters }) => supporters >= 2);
  const own = classes.find((each) => isOf(each, slot));
  if (!agreeing || others.length > 0 || !own) return null;
  return { source: 'agreement', isRight: own === agreeing, weight: AGREEMENT_WEIGHT };
}

function isOf({ members }: AnswerClass, slot: Slot): boolean {
  return members.some(({ answer }) => authorOf(answer.answerId) === slot);
}

function authorOf(answerId: AnswerId): Slot {
  return answerId.slice(0, answerId.lastIndexOf('.'));
}
