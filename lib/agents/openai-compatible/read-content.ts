import { isFields } from '@/lib/protocol/json';
import type { ReadText } from '@/lib/protocol/reading/create-text-reader';

type Piece = Exclude<ReadText, { type: 'recast' }> | { type: 'refusal'; text: string };

/** `content` as a text or as a list of parts, of which thinking parts are reasoning, and refusals are told apart. */
export function readContent(content: unknown): Piece[] {
  if (typeof content === 'string') return content ? [{ type: 'text', text: content }] : [];
  if (!Array.isArray(content)) return isFields(content) ? readPart(content) : [];
  return content.flatMap((part) =>
    typeof part === 'string' ? [{ type: 'text', text: part } as const] : readPart(part),
  );
}

function readPart(part: unknown): Piece[] {
  if (!isFields(part)) return [];
  const thoughts = part.thinking ?? part.reasoning;
  if (thoughts !== undefined || part.type === 'thinking' || part.type === 'reasoning') {
    const text = textOf(thoughts ?? part.text);
    return text ? [{ type: 'reasoning', text }] : [];
  }
  const text = textOf(part.text ?? part.content);
  if (text) return [{ type: 'text', text }];
  const refusal = textOf(part.refusal);
  return refusal ? [{ type: 'refusal', text: refusal }] : [];
}

/** What a text, a part with a text or a list of such says. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return isFields(value) ? textOf(value.text ?? value.summary ?? '') : '';
}
