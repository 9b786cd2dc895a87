import type { MessageRecord } from '@/db/queries/conversations/select-messages';

export interface ContinuedFrom {
  contextId: string;
  slot: string;
  answerId: string | null;
}

/** Of the parts of an answer without a run: the context from which a person went on; `null` for any other message. */
export function continuedFrom(parts: MessageRecord['parts']): ContinuedFrom | null {
  const part = parts.find(({ type }) => type === 'context');
  if (part?.type !== 'context') return null;
  const { type: _, ...from } = part;
  return from;
}
