import { cutText } from './cut-text';
import { splitHidden } from './hidden-characters';

/** A text of somebody else without what nobody can see and what turns the order of a text, and no longer than `most`. */
export function cleanText(text: string, most: number): string {
  const visible = splitHidden(text, false)
    .filter((piece) => typeof piece === 'string')
    .join('');
  return visible.length <= most ? visible : `${cutText(visible, most - 1)}…`;
}
