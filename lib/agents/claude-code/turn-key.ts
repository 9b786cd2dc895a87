import { createHash } from 'node:crypto';
import type { RequestParts } from '@/lib/protocol/prompt-message';
import type { AgentCall } from '../backend';

/** The conversation as far as its next turn begins with it, by content. */
export function turnKey({ earlier, input }: Pick<RequestParts, 'earlier' | 'input'>): string {
  const said = [...earlier, input].map((message) =>
    'parts' in message ? ['user', ...message.parts] : ['assistant', 'text' in message ? message.text : ''],
  );
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/**
 * The key of the turn before. `null` = none that can be gone on with: it has got no answer and may still be going on, or a person has
 * continued from a snapshot, of which nobody knows whether it is what an agent remembers.
 */
export function previousTurnKey({ parts, continuedFrom }: NonNullable<AgentCall['conversation']>): string | null {
  const { earlier } = parts;
  const question = earlier.at(-2);
  if (continuedFrom || earlier.at(-1)?.role !== 'assistant' || question?.role !== 'user') return null;
  return turnKey({ earlier: earlier.slice(0, -2), input: question });
}
