import { hasUsedAnswers } from '../bounds';
import { decidesByEvidence } from '../decision/decides-by-evidence';
import { chooseAnswer, KEEP_ANSWER, REPORT_CHECK, reportPairs, scoreAnswers } from '../decision/decision-tools';
import { isFresh } from '../decision/fresh-calls';
import type { ToolDefinition } from '../prompt-message';
import type { ActiveCall, RunState } from '../state';
import type { AnswerId, Slot } from '../team';
import { ballot } from '../voting/ballot';

/** The workflow tools of the slot's present step: never one that it cannot use (P5), and only votes it may cast (P7). */
export function workflowTools(state: RunState, slot: Slot, call: ActiveCall): ToolDefinition[] {
  if (call.phase === 'presentation') return [];
  if (decidesByEvidence(state.team) || isFresh(call.phase)) return decisionTools(state, slot, call);
  const choices = ballot(state, slot, call.shown);
  const isRanked = state.team?.coordination.voteRule === 'borda';
  const votes = choices.length > 0 ? [isRanked ? rankedVote(choices) : vote(choices), ABSTAIN] : [];
  const onlyVotes = call.phase !== 'coordination' || hasUsedAnswers(state, slot);
  // With nothing to vote for, publishing is all that is left.
  return onlyVotes && votes.length > 0 ? votes : [NEW_ANSWER, ...votes];
}

/** Nobody votes in its own conversation there: who has an answer may better or keep it, and what is asked afresh has a tool of its own. */
function decisionTools(state: RunState, slot: Slot, { phase, lines = [] }: ActiveCall): ToolDefinition[] {
  switch (phase) {
    case 'comparison':
      return [reportPairs(lines.length)];
    case 'check':
      return [REPORT_CHECK];
    case 'ballot':
      return [scoreAnswers(lines.length), ABSTAIN];
    case 'judge':
      return [chooseAnswer(lines.length)];
    default:
      if (!state.answers.some((answer) => answer.slot === slot)) return [NEW_ANSWER];
      return hasUsedAnswers(state, slot) ? [KEEP_ANSWER] : [NEW_ANSWER, KEEP_ANSWER];
  }
}

const NEW_ANSWER: ToolDefinition = {
  name: 'new_answer',
  description: 'Publish your complete answer to the question.',
  parameters: {
    type: 'object',
    properties: { content: { type: 'string', description: 'The whole answer, for the person who asked.' } },
    required: ['content'],
    additionalProperties: false,
  },
};

const ABSTAIN: ToolDefinition = {
  name: 'abstain',
  description: 'Leave the choice to the others, because you cannot judge.',
  parameters: {
    type: 'object',
    properties: { reason: { type: 'string' } },
    required: ['reason'],
    additionalProperties: false,
  },
};

function vote(choices: AnswerId[]): ToolDefinition {
  return {
    name: 'vote',
    description: 'Vote for the best published answer.',
    parameters: {
      type: 'object',
      properties: {
        answer_id: { type: 'string', enum: choices, description: 'The answer version you choose.' },
        reason: { type: 'string', description: 'Why it is the best one, in a sentence or two.' },
      },
      required: ['answer_id', 'reason'],
      additionalProperties: false,
    },
  };
}

/** P9: under `borda` the others are ranked behind the best one. */
function rankedVote(choices: AnswerId[]): ToolDefinition {
  const others = {
    type: 'array',
    items: { type: 'string', enum: choices },
    description: 'All other answers, better ones first.',
  };
  const { parameters, ...rest } = vote(choices);
  const properties = { ...(parameters.properties as Record<string, object>), others };
  return {
    ...rest,
    description: 'Vote for the best published answer, and rank the others.',
    parameters: { ...parameters, properties, required: ['answer_id', 'others', 'reason'] },
  };
}
