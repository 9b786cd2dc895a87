import { wordsOf } from './words-of';

/** Characters of a snippet, and of what stands before its first hit. */
const LENGTH = 220;
const BEFORE = 60;
/** Where a hit is looked for; what comes later in a huge text is found, but not shown. */
const SEARCHED = 200_000;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Signs of Markdown at the beginning of a line, and around what is strong or code; a product (`2*3`) and a power keep theirs. */
const MARKUP =
  /^[ \t]*(?:#{1,6}|[-*+]|>)[ \t]+|(?<![\p{L}\p{N}*])(?:\*\*|__|`)(?=\S)|(?<=\S)(?:\*\*|__|`)(?![\p{L}\p{N}*])/gmu;

/** A piece of the text around its hits, in one line and without its markup: hits stand in `<mark>`, all else is escaped. */
export function snippet(written: string, words: string[]): string {
  const text = written.slice(0, SEARCHED).replace(MARKUP, '');
  const hits = wordsOf(text).filter(({ word }) => words.some((each) => word.startsWith(each)));
  const first = bestStart(hits);
  const from = first <= BEFORE ? 0 : startOfWord(text, first - BEFORE);
  const to = Math.min(text.length, from + LENGTH);
  let html = from > 0 ? '…' : '';
  let at = from;
  for (const { start, end } of hits) {
    if (start < from || end > to || end <= at) continue;
    const begin = Math.max(start, at);
    // Pairs of signs overlap: what follows one another is one mark.
    if (begin === at && html.endsWith('</mark>')) html = html.slice(0, -'</mark>'.length);
    else html += `${escaped(text.slice(at, begin))}<mark>`;
    html += `${escaped(text.slice(begin, end))}</mark>`;
    at = end;
  }
  return `${html}${escaped(text.slice(at, to))}${to < text.length ? '…' : ''}`;
}

/** The hit behind which most others follow within a snippet. */
function bestStart(hits: { start: number; word: string }[]): number {
  let best = { start: hits[0]?.start ?? 0, count: 0 };
  for (let index = 0; index < hits.length && index < 500; index += 1) {
    const start = hits[index]?.start ?? 0;
    const near = new Set<string>();
    for (let other = index; other < hits.length && (hits[other]?.start ?? 0) < start + LENGTH - BEFORE; other += 1)
      near.add(hits[other]?.word ?? '');
    if (near.size > best.count) best = { start, count: near.size };
  }
  return best.start;
}

function startOfWord(text: string, at: number): number {
  const space = text.slice(at, at + BEFORE).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
