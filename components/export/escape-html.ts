import { splitHidden } from '@/lib/protocol/text/hidden-characters';

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text inside of HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/[&<>"']/g, (character) => NAMED[character] ?? character);
}

/** A text as content of an element; what nobody can see, or what turns the order of a text, is shown by its code. */
export function plainHtml(text: string, isCode = false): string {
  return splitHidden(text, isCode)
    .map((piece) =>
      typeof piece === 'string' ? escapeHtml(piece) : `<span class="hidden" dir="ltr">${piece.code}</span>`,
    )
    .join('');
}
