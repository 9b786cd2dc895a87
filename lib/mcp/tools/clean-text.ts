import { cutText } from '@/lib/protocol/text/cut-text';
import { splitHidden } from '@/lib/protocol/text/hidden-characters';

/** A server's text without what nobody can see and what turns the order of a text, and no longer than `most`. */
export function cleanText(text: string, most: number): string {
  const visible = splitHidden(text, false)
    .filter((piece) => typeof piece === 'string')
    .join('');
  return visible.length <= most ? visible : `${cutText(visible, most - 1)}…`;
}
