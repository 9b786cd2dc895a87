/** A character that a reader cannot see, or that turns the order of those around it. */
export interface HiddenCharacter {
  character: string;
  /** `U+202E`. */
  code: string;
  name: string;
}

const NAMES: Record<string, string> = {
  '\u00ad': 'soft hyphen',
  '\u061c': 'Arabic letter mark',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding or override',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
  '\ufeff': 'zero-width no-break space',
};

const CONTROL = '(?![\\t\\n\\r])\\p{Cc}';
/** What turns the order of the characters around it, and signs that no text of today has. */
const TURNS = '[\\u180e\\u202a-\\u202e\\u2061-\\u206f\\ufff9-\\ufffb]';
/** Letters that nobody sees; behind a black flag they spell which one it is. */
const TAG = '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007f}]*)[\\u{e0000}-\\u{e007f}]';
const LATIN = '[ -~\\xa1-\\u024f]';
const JOINER = '[\\u200c\\u200d]';

/** A cheap first look; most texts have none. */
const ANY = new RegExp(`${CONTROL}|[\\p{Cf}\\u115f\\u1160\\u3164\\uffa0]`, 'u');
const IN_PROSE = new RegExp(
  `${CONTROL}|${TURNS}|${TAG}|(?<=${LATIN})[\\u200b-\\u200d\\u2060\\ufeff](?=${LATIN})`,
  'gu',
);
/** In code no mark, space or filler without a shape has a use, and each can hide what the code does. */
const UNSEEN = '[\\xad\\u061c\\u115f\\u1160\\u200b\\u200e\\u200f\\u2060\\u3164\\ufeff\\uffa0]';
const IN_CODE = new RegExp(`${CONTROL}|${TURNS}|${TAG}|${UNSEEN}|(?<=${LATIN})${JOINER}|${JOINER}(?=${LATIN})`, 'gu');

/**
 * The text in pieces: strings, and the characters between them that have to be made visible ("Trojan Source": text that reads
 * otherwise than it runs). Joiners within scripts and emoji that need them, and direction marks in prose, stay in the strings.
 */
export function splitHidden(text: string, isCode: boolean): (string | HiddenCharacter)[] {
  if (!ANY.test(text)) return [text];
  const pieces: (string | HiddenCharacter)[] = [];
  let done = 0;
  for (const { index, 0: character } of text.matchAll(isCode ? IN_CODE : IN_PROSE)) {
    if (index > done) pieces.push(text.slice(done, index));
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    pieces.push({ character, code, name: NAMES[character] ?? 'invisible character' });
    done = index + character.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

/** The same as one string, for places that hold nothing else: a window's title, an attribute. */
export function showHidden(text: string): string {
  return splitHidden(text, false)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.code}]`))
    .join('');
}
