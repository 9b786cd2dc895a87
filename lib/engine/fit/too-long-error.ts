import { BackendError } from '@/lib/agents/backend-error';
import type { TeamAgent } from '@/lib/protocol/team';
import type { ModelWindow } from './model-windows';

const number = new Intl.NumberFormat('en');

/** The question and the rules alone are too long for the model: nothing can be left out any more. Another try cannot help. */
export function tooLongError(
  { backend, systemMessage }: TeamAgent,
  { tokens, from }: ModelWindow,
  needed: number,
): BackendError {
  const rounded = Math.max(100, Math.round(needed / 100) * 100);
  const what = systemMessage ? 'The question, with the agent’s system message,' : 'The question';
  const guess = from === 'default' ? ' (a guess: its real window can be set in the team)' : '';
  return new BackendError(
    'context_too_long',
    `${what} is too long for ${backend.model}: about ${number.format(rounded)} tokens, of ${number.format(tokens)}${guess} that it takes for question and reply together. Shorten the question, or give this agent a model with a larger context window.`,
  );
}
