import type { DraftEvent } from '../event';
import type { ActiveCall, RunState } from '../state';
import type { AnswerId, Slot } from '../team';
import { currentAnswers } from '../voting/current-answers';
import { actionNames } from './action-names';
import type { CheckOutcome } from './checks/check';
import type { PairFinding } from './decision-event';
import { classesWith } from './find-classes';

/** `events` = what it writes, between `tool.called` and `tool.finished`. */
export type ActionVerdict = { events: DraftEvent[]; result: string } | { refused: string };

type Fields = Record<string, unknown>;

const RECORDED = 'Recorded.';

/** Judges what an agent does in a team that decides by evidence, but for a new answer: one valid action of its phase, or a refusal. */
export function judgeDecisionAction(
  state: RunState,
  slot: Slot,
  call: ActiveCall,
  tool: string,
  fields: Fields,
): ActionVerdict {
  const allowed = actionNames(state.team, call.phase);
  if (!allowed.includes(tool)) return { refused: `There is no tool named ${tool}. Call ${allowed.join(' or ')}.` };
  const { callId, lines = [] } = call;
  const reason = typeof fields.reason === 'string' ? fields.reason : '';
  switch (tool) {
    case 'keep_answer':
      return keep(state, slot);
    case 'report_pairs':
      return { events: [{ ...classesWith(state, pairsOf(lines, fields.pairs)), slot, callId }], result: RECORDED };
    case 'report_check':
      return report(slot, call, fields.verdict, reason);
    case 'score_answers':
      return cast(slot, callId, lines, fields.scores, reason);
    case 'choose_answer':
      return choose(slot, callId, lines, fields.answer, reason);
    default:
      return { events: [{ type: 'ballot.cast', slot, callId, scores: {}, reason }], result: 'Abstained.' };
  }
}

function keep(state: RunState, slot: Slot): ActionVerdict {
  const own = currentAnswers(state).find((answer) => answer.slot === slot);
  if (!own) return { refused: 'You have no answer yet. Publish one with new_answer.' };
  return { events: [], result: `You keep ${own.answerId}.` };
}

/** Of a pair of which nothing clear is said, and of one that is called both, it is taken that they differ (P24). */
function pairsOf(lines: AnswerId[], said: unknown): PairFinding[] {
  const pairs = Array.isArray(said) ? said.map(fieldsOf) : [];
  return lines.flatMap((a, index) =>
    lines.slice(index + 1).map((b, behind): PairFinding => {
      const places = [index + 1, index + behind + 2];
      const verdicts = pairs
        .filter(({ first, second }) => places.includes(Number(first)) && places.includes(Number(second)))
        .filter(({ first, second }) => Number(first) !== Number(second))
        .map(({ verdict }) => verdict);
      const isSame = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'same');
      return { a, b, is: isSame ? 'same' : 'different', by: 'comparison' };
    }),
  );
}

function report(
  slot: Slot,
  { callId, lines = [], check = '' }: ActiveCall,
  said: unknown,
  because: string,
): ActionVerdict {
  const outcome = OUTCOMES[String(said)];
  const [answerId] = lines;
  if (!outcome || !answerId) return { refused: 'report_check needs "verdict": pass, fail or unclear.' };
  return { events: [{ type: 'check.finished', slot, callId, answerId, check, outcome, because }], result: RECORDED };
}

const OUTCOMES: Record<string, CheckOutcome | undefined> = { pass: 'pass', fail: 'fail', unclear: 'none' };

function cast(slot: Slot, callId: string, lines: AnswerId[], said: unknown, reason: string): ActionVerdict {
  const given = Array.isArray(said) ? said.map(fieldsOf) : [];
  const scores: Record<AnswerId, number> = {};
  for (const [index, answerId] of lines.entries()) {
    const [line, ...more] = given.filter(({ answer }) => Number(answer) === index + 1);
    const score = typeof line?.score === 'number' || typeof line?.score === 'string' ? Number(line.score) : Number.NaN;
    if (more.length > 0 || !(score >= 0 && score <= 10))
      return { refused: `score_answers needs one score from 0 to 10 for each of the answers 1 to ${lines.length}.` };
    scores[answerId] = score;
  }
  return { events: [{ type: 'ballot.cast', slot, callId, scores, reason }], result: RECORDED };
}

function choose(slot: Slot, callId: string, order: AnswerId[], said: unknown, reason: string): ActionVerdict {
  const choice = typeof said === 'number' || typeof said === 'string' ? Number(said) : Number.NaN;
  const answerId = order[choice - 1] ?? null;
  if (answerId === null && choice !== 0)
    return { refused: `choose_answer needs "answer": a number from 1 to ${order.length}, or 0 when none is better.` };
  return { events: [{ type: 'verdict.given', slot, callId, order, answerId, reason }], result: RECORDED };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
