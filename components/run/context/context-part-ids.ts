import type { StoredContext } from '@/lib/browser/run/contexts';
import { texts } from './texts';

const PARTS = [
  { id: 'answers', label: texts.parts.answers },
  { id: 'messages', label: texts.parts.messages },
  { id: 'toolCalls', label: texts.parts.toolCalls },
  { id: 'files', label: texts.parts.files },
  { id: 'notes', label: texts.parts.notes },
  { id: 'plan', label: texts.parts.plan },
] as const;

export type ContextPartId = (typeof PARTS)[number]['id'];

/** The parts of a context as its tabs show them. */
export function contextParts(context: StoredContext): { id: ContextPartId; label: string; count: number }[] {
  return PARTS.map(({ id, label }) => ({ id, label, count: context[id].length }));
}
