/** Overrides of writing direction: what a person sees is not what is written. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
const ZERO_WIDTH = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** True for a text that may read otherwise than it is stored. Nothing is concluded from it. */
export function isDeceptive(text: string): boolean {
  return DIRECTION.test(text);
}

/**
 * One way to write what can be written in several: spaces, dashes, quotes, wide and raised digits. Nothing that means something is lost:
 * `x²` becomes `x^2`, never `x2`.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(ZERO_WIDTH, '')
    .replace(SPACES, ' ')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2010\u2011\ufe63]/g, '-')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => `^${[...raised].map(lowered).join('')}`);
}

function lowered(character: string): string {
  return character === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(character));
}

/** Takes emphasis and inline code marks off a short text that is wrapped in them. */
export function withoutMarks(text: string): string {
  let bare = text.trim();
  for (let layer = 0; layer < 4; layer += 1) {
    const inner = /^(\*{1,3}|_{1,3}|`{1,2}|"|')([^\n]+)\1$/.exec(bare)?.[2]?.trim();
    if (!inner || /^["'`*_]|["'`*_]$/.test(inner) !== /^["'`*_]/.test(inner)) break;
    bare = inner;
  }
  return bare.replace(/\*\*(.+?)\*\*/g, '$1');
}
