import type { StoredContext } from '@/lib/client/contexts';

const PARTS = [
  { id: 'answers', label: 'Answers' },
  { id: 'messages', label: 'Messages' },
  { id: 'toolCalls', label: 'Tool calls' },
  { id: 'files', label: 'Files' },
  { id: 'notes', label: 'Notes' },
  { id: 'plan', label: 'Plan' },
] as const;

export type ContextPartId = (typeof PARTS)[number]['id'];

/** The parts of a context as its tabs show them. */
export function contextParts(context: StoredContext): { id: ContextPartId; label: string; count: number }[] {
  return PARTS.map(({ id, label }) => ({ id, label, count: context[id].length }));
}
