import { hasUsedAnswers } from './bounds';
import { actionNames } from './decision/action-names';
import { decidesByEvidence } from './decision/decides-by-evidence';
import { isFresh } from './decision/fresh-calls';
import { type ActionVerdict, judgeDecisionAction } from './decision/judge-decision-action';
import type { DraftEvent } from './event';
import { isFields } from './json';
import { tooSimilarTo } from './novelty';
import { renderAnswers } from './prompt/answers-block';
import type { ToolCallPart } from './prompt-message';
import { readAnswerId } from './reading/read-answer-id';
import { readRanking } from './reading/read-ranking';
import { restoreCommands } from './reading/restore-commands';
import { isSharing } from './sharing';
import type { ActiveCall, RunState } from './state';
import type { AnswerId, Slot } from './team';
import { undelivered } from './undelivered';
import { slotOf } from './update-slot';
import { ballot } from './voting/ballot';
import { currentAnswers } from './voting/current-answers';

export interface Judgement {
  /** True = the slot has acted and its call is over. */
  accepted: boolean;
  /** To be written between `tool.called` and `tool.finished`: the answer or the vote. Empty when refused. */
  events: DraftEvent[];
  /** For every workflow tool call of the step, what its `tool.finished` says. */
  results: { toolCallId: string; result: string; isError: boolean }[];
  /** Answers that a refusal's text carries: the driver writes `context.delivered` with that tool call (P13). */
  delivered: { toolCallId: string; answerIds: AnswerId[] } | null;
  /** Why it was refused, in words for the agent and for people; empty when accepted. */
  because: string;
}

type Verdict = ActionVerdict | { refused: string; answerIds: AnswerId[] };

/**
 * Judges the workflow tool calls of one step of the slot's active call: exactly one valid action is accepted, anything else
 * is refused with a tool error and changes nothing (P4–P8). Judged at once against the state of now, so a vote for a version
 * that was replaced while the model wrote cannot slip through.
 */
export function judgeStep(state: RunState, slot: Slot, actions: ToolCallPart[]): Judgement {
  const call = slotOf(state, slot)?.call;
  const [first] = actions;
  if (!call || !first) throw new Error(`Slot ${slot} has no active call or no action to judge.`);
  const allowed = actionNames(state.team, call.phase);
  const verdict: Verdict =
    actions.length > 1
      ? { refused: `Call exactly one of ${listed(allowed)}, and only once. Nothing was recorded.` }
      : judge(state, slot, call, first);
  if ('events' in verdict) {
    const { events, result } = verdict;
    const results = [{ toolCallId: first.toolCallId, result, isError: false }];
    return { accepted: true, events, results, delivered: null, because: '' };
  }
  const { refused } = verdict;
  const answerIds = 'answerIds' in verdict ? verdict.answerIds : [];
  return {
    accepted: false,
    events: [],
    results: actions.map(({ toolCallId }) => ({ toolCallId, result: refused, isError: true })),
    delivered: answerIds.length > 0 ? { toolCallId: first.toolCallId, answerIds } : null,
    because: refused.split('\n', 1)[0] ?? refused,
  };
}

function judge(state: RunState, slot: Slot, call: ActiveCall, action: ToolCallPart): Verdict {
  const fields = isFields(action.arguments) ? action.arguments : null;
  if (!fields) return { refused: `The arguments of ${action.tool} must be one JSON object.` };
  if (isFresh(call.phase) || (decidesByEvidence(state.team) && action.tool !== 'new_answer'))
    return judgeDecisionAction(state, slot, call, action.tool, fields);
  switch (action.tool) {
    case 'new_answer':
      return judgeAnswer(state, slot, call, fields.content);
    case 'vote':
      return judgeVote(state, slot, call, fields);
    case 'abstain':
      return judgeAbstention(state, slot, call, fields.reason);
    default:
      return { refused: `There is no tool named ${action.tool}.` };
  }
}

function judgeAnswer(state: RunState, slot: Slot, call: ActiveCall, given: unknown): Verdict {
  if (decidesByEvidence(state.team) && (call.phase !== 'coordination' || hasUsedAnswers(state, slot)))
    return { refused: `You cannot publish an answer now. Call ${otherNames(state, call).join(' or ')}.` };
  if (call.phase === 'vote' || call.phase === 'runoff' || hasUsedAnswers(state, slot)) {
    return { refused: 'You cannot publish any more answers in this run. Vote instead.' };
  }
  if (typeof given !== 'string' || given.trim() === '') {
    return { refused: 'new_answer needs "content": the complete answer as a non-empty text.' };
  }
  const content = restoreCommands(given);
  const similar = tooSimilarTo(state, slot, content);
  if (similar) {
    return {
      refused: decidesByEvidence(state.team)
        ? `This is too close to ${similar.answerId}, which is your own. Keep it, or publish something that differs.`
        : `This is too close to ${similar.answerId}, which is already published. Vote for it, or publish something that differs.`,
    };
  }
  const version = state.answers.filter((answer) => answer.slot === slot).length + 1;
  const answerId: AnswerId = `${slot}.${version}`;
  return {
    events: [{ type: 'answer.posted', slot, callId: call.callId, answerId, content }],
    result: `Published as ${answerId}.`,
  };
}

function judgeVote(state: RunState, slot: Slot, call: ActiveCall, fields: Record<string, unknown>): Verdict {
  const { answer_id: answerId, reason, others } = fields;
  const missed = missedUpdate(state, slot, call);
  if (missed) return missed;
  const choices = ballot(state, slot, call.shown);
  if (choices.length === 0) return { refused: 'There is no answer to vote for yet. Publish one with new_answer.' };
  const choice = readAnswerId(answerId, choices);
  if (!choice) return { refused: `answer_id must be one of: ${choices.join(', ')}.` };
  if (typeof reason !== 'string' || reason.trim() === '') {
    return { refused: 'vote needs "reason": why this answer is the best one.' };
  }
  const round = state.phase === 'runoff' ? 2 : 1;
  const ranking = state.team?.coordination.voteRule === 'borda' ? readRanking(choice, others, choices) : undefined;
  if (ranking === null)
    return {
      refused: `others must list the answers besides ${choice}, better ones first, each once: ${choices.filter((id) => id !== choice).join(', ')}.`,
    };
  const ranked = ranking && { ranking };
  return {
    events: [{ type: 'vote.cast', slot, callId: call.callId, answerId: choice, reason, round, ...ranked }],
    result: `Voted for ${choice}.`,
  };
}

function judgeAbstention(state: RunState, slot: Slot, call: ActiveCall, reason: unknown): Verdict {
  if (state.answers.length === 0) return { refused: 'Nothing is published yet. Publish an answer with new_answer.' };
  const missed = missedUpdate(state, slot, call);
  if (missed) return missed;
  const round = state.phase === 'runoff' ? 2 : 1;
  return {
    events: [
      {
        type: 'vote.cast',
        slot,
        callId: call.callId,
        answerId: null,
        reason: typeof reason === 'string' ? reason : '',
        round,
      },
    ],
    result: 'Abstained.',
  };
}

/** P8 under `all`: a vote of a call that was not shown every current answer is refused and carries the update. */
function missedUpdate(state: RunState, slot: Slot, call: ActiveCall): Verdict | null {
  const { answerIds } = undelivered(state, slot);
  const missed = state.team?.coordination.voidVotes === 'superseded' ? [] : answerIds;
  if (missed.length === 0) return null;
  const fresh = currentAnswers(state).filter((answer) => missed.includes(answer.answerId));
  const ordered = missed.flatMap((id) => fresh.filter((answer) => answer.answerId === id));
  return {
    refused: `Not counted: ${missed.join(', ')} came in after this call began (${call.shown.join(', ') || 'nothing'} was shown). Read, then act again.\n\n${renderAnswers(ordered, isSharing(state.team))}`,
    answerIds: missed,
  };
}

function otherNames({ team }: RunState, { phase }: ActiveCall): string[] {
  return actionNames(team, phase).filter((name) => name !== 'new_answer');
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
