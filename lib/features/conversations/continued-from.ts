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

export interface ImportedFrom {
  from: 'massgen' | 'chatgpt' | 'claude';
  model: string | null;
}

/** Of the parts of an answer without a run: the program that wrote it, where it came with a file; `null` for any other message. */
export function importedFrom(parts: MessageRecord['parts']): ImportedFrom | null {
  const part = parts.find(({ type }) => type === 'source');
  return part?.type === 'source' ? { from: part.from, model: part.model } : null;
}
