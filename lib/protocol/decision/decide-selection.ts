import type { Slot } from '../team';
import { ballotPapers, inOrderOfBallots } from './ballot-lines';
import type { DecidedBy, Decision } from './decision';
import { missingChecks } from './evidence';
import { isDecided } from './is-decided';
import { classOf, contenders, opinionWeight } from './opinions';
import { verdictOf } from './panel-verdict';
import { type AnswerClass, byStanding, type Standing, standing } from './standing';
import { tieWord } from './tie-word';
import { answersToCompare, couldRivalsUnite } from './unclear-pairs';
import type { DecisionView } from './view';

/**
 * The rule of decision by evidence (P24–P29): what is needed now, or who has won. Pure: the same view gives the same decision. The engine
 * calls it after each event; the replay bench drives this very function.
 */
export function decideSelection(view: DecisionView): Decision {
  const now = standing(view);
  if (view.isClosing) return bestOf(view, now);
  const members = now.classes.flatMap((each) => each.members);
  const missing = missingChecks(view, members);
  const settled = isDecided(view, now, missing.length);
  if (settled !== null && !couldRivalsUnite(view, now)) return winner(now.classes[0], settled);
  if (missing.length > 0) return { do: 'check', checks: missing };
  const unclear = answersToCompare(view, now, missing.length);
  if (unclear.length > 0) return { do: 'compare', answers: unclear };
  const wanted = slotsToAsk(view, now);
  if (wanted.length > 0) return { do: 'ask', slots: wanted, sees: [] };
  if (settled !== null) return winner(now.classes[0], settled);
  return amongContenders(view, now);
}

/**
 * First versions that are wanted: everybody's at once, or, asking as few as possible, of the one who is most likely to be right, and of
 * two while nothing at all could decide for one alone.
 */
function slotsToAsk(view: DecisionView, now: Standing): Slot[] {
  const open = view.slots.map((slot, index) => ({ ...slot, index })).filter(({ stage }) => stage !== 'done');
  if (view.depth === 'all') return open.map(({ slot }) => slot);
  const atWork = open.filter(({ stage }) => stage === 'working');
  const couldOneDecide = now.classes.length > 0 || now.isKnown || view.checks.length > 0;
  const wanted = Math.max(atWork.length, couldOneDecide ? 1 : 2);
  const next = open
    .filter(({ stage }) => stage === 'unasked')
    .sort((a, b) => (now.ranks[a.index] ?? 0) - (now.ranks[b.index] ?? 0) || a.index - b.index);
  return [...atWork, ...next.slice(0, wanted - atWork.length)].map(({ slot }) => slot);
}

/** Everybody has answered and it is open: a look at the others, the judge or ballots, and at last the order of P29. */
function amongContenders(view: DecisionView, now: Standing): Decision {
  const left = contenders(view, now);
  if (left.length < 2) return bestOf(view, now);
  const curious = view.slots.filter(({ look }) => look === 'due').map(({ slot }) => slot);
  if (curious.length > 0)
    return { do: 'ask', slots: curious, sees: now.classes.map(({ best }) => best.answer.answerId) };
  if (view.judge) {
    const lines = left.map(({ best }) => best.answer.answerId);
    return view.verdicts.length < 2 ? { do: 'judge', orders: [lines, [...lines].reverse()] } : bestOf(view, now);
  }
  if (view.ballots === 'never') return bestOf(view, now);
  const papers = ballotPapers(view, left);
  const isOpen = papers.some(({ slot }) => view.cast.every((ballot) => ballot.slot !== slot));
  return isOpen ? { do: 'ballot', ballots: papers } : bestOf(view, now);
}

/** The best of what there is, by all that has been said of it. */
function bestOf(view: DecisionView, now: Standing): Decision {
  const left = contenders(view, now);
  if (left.length > 1) return view.judge ? byJudge(view, now, left) : byBallots(view, now, left);
  const [leader] = now.classes;
  if (now.classes.length > 1 && leader && leader.supporters < 2)
    return winner(leader, leader.evidence > 0 ? 'evidence' : 'support');
  return winner(leader, leader && leader.supporters >= 2 ? 'agreement' : 'only answer');
}

function byJudge(view: DecisionView, now: Standing, left: AnswerClass[]): Decision {
  const pick = verdictOf({
    picks: view.verdicts.map((verdict) => classOf(left, verdict.pick ?? '.0') ?? null),
    accuracy: null,
  });
  if (pick === null) return tied(now);
  const heard = left.map((each) => (each === pick ? { ...each, support: each.support + opinionWeight(view) } : each));
  const [leader] = heard.sort(byStanding(now));
  return winner(leader, leader?.best === pick.best ? 'judge' : 'support');
}

function byBallots(view: DecisionView, now: Standing, left: AnswerClass[]): Decision {
  const [first, second] = inOrderOfBallots(view, left);
  const isHeard =
    first && second && (first.result.firsts !== second.result.firsts || first.result.mean !== second.result.mean);
  return isHeard ? winner(first.class, 'ballots') : tied(now);
}

function tied(now: Standing): Decision {
  return winner(now.classes[0], tieWord(now));
}

function winner(of: AnswerClass | undefined, by: DecidedBy): Decision {
  return { do: 'winner', answerId: of?.best.answer.answerId ?? null, by };
}
