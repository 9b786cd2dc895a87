import type { ContextPart } from '@/lib/protocol/team';
import { texts } from './texts';

/** What of an agent's work others can get, with what it means. */
export const SHARING_PARTS: { id: ContextPart; label: string; text: string }[] = [
  { id: 'answers', label: texts.parts.answers, text: texts.partTexts.answers },
  { id: 'tools', label: texts.parts.tools, text: texts.partTexts.tools },
  { id: 'files', label: texts.parts.files, text: texts.partTexts.files },
  { id: 'notes', label: texts.parts.notes, text: texts.partTexts.notes },
  { id: 'plan', label: texts.parts.plan, text: texts.partTexts.plan },
  { id: 'messages', label: texts.parts.messages, text: texts.partTexts.messages },
];

export const PART_IDS = SHARING_PARTS.map(({ id }) => id);
