import hljs from 'highlight.js/lib/core';
import { loadLanguage } from './load-language';

export interface ColouredPiece {
  text: string;
  /** Class of its colour; empty = that of the text. */
  look: string;
}

const KEYWORD = 'text-code-keyword';
const STRING = 'text-code-string';
const NUMBER = 'text-code-number';
const NAME = 'text-code-name';
const COMMENT = 'text-code-comment';

/** Few colours for the many kinds of things that languages have. */
const LOOKS: Record<string, string> = {
  keyword: KEYWORD,
  built_in: NAME,
  type: NAME,
  literal: NUMBER,
  number: NUMBER,
  symbol: NUMBER,
  regexp: STRING,
  string: STRING,
  subst: ' ',
  char: STRING,
  title: NAME,
  section: NAME,
  name: KEYWORD,
  'selector-tag': KEYWORD,
  'selector-class': NAME,
  'selector-id': NAME,
  attr: NAME,
  attribute: NAME,
  property: NAME,
  variable: NUMBER,
  'template-variable': NUMBER,
  tag: ' ',
  meta: COMMENT,
  comment: COMMENT,
  quote: COMMENT,
  doctag: COMMENT,
  link: STRING,
  bullet: NUMBER,
  addition: 'text-ok',
  deletion: 'text-danger',
};

/** Code in pieces, each with its colour; `null` for a language that nobody knows. */
export async function colourCode(code: string, language: string): Promise<ColouredPiece[] | null> {
  const name = await loadLanguage(language);
  if (!name) return null;
  return toPieces(hljs.highlight(code, { language: name, ignoreIllegals: true }).value);
}

const PART = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The HTML of highlight.js knows spans and five entities. Of boxes in one another the innermost with a colour counts. */
function toPieces(html: string): ColouredPiece[] {
  const pieces: ColouredPiece[] = [];
  const looks = [''];
  for (const [part, kinds, text] of html.matchAll(PART)) {
    if (kinds !== undefined) {
      const kind = kinds.split(' ')[0]?.replace(/^(?:hljs|language)-/, '') ?? '';
      looks.push(LOOKS[kind]?.trim() ?? looks.at(-1) ?? '');
    } else if (part === '</span>') looks.pop();
    else if (text) {
      const plain = text.replace(/&(#x27|\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
      pieces.push({ text: plain, look: looks.at(-1) ?? '' });
    }
  }
  return pieces;
}
