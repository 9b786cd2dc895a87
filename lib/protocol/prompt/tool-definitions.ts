import { hasUsedAnswers } from '../bounds';
import type { ToolDefinition } from '../prompt-message';
import type { ActiveCall, RunState } from '../state';
import type { AnswerId, Slot } from '../team';
import { ballot } from '../voting/ballot';

/** The workflow tools of the slot's present step: never one that it cannot use (P5), and only votes it may cast (P7). */
export function workflowTools(state: RunState, slot: Slot, call: ActiveCall): ToolDefinition[] {
  if (call.phase === 'presentation') return [];
  const choices = ballot(state, slot, call.shown);
  const votes = choices.length > 0 ? [vote(choices), ABSTAIN] : [];
  const onlyVotes = call.phase !== 'coordination' || hasUsedAnswers(state, slot);
  // With nothing to vote for, publishing is all that is left.
  return onlyVotes && votes.length > 0 ? votes : [NEW_ANSWER, ...votes];
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
