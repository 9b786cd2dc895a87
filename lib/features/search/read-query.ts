import { type Word, wordsOf } from './words-of';

/** What somebody looks for. */
export interface SearchQuery {
  /** As a `tsquery` is written; `null` = nothing can be looked for. */
  tsquery: string | null;
  /** The words that hits are marked by; each may be the beginning of a longer one. */
  words: string[];
}

const PARTS = /(-?)"([^"]*)"|(-?)(\S+)/g;
const MOST_PARTS = 20;

/**
 * Reads what somebody has typed: all words must be there, each as itself or as the beginning of a longer one; words in quotation marks one behind
 * the other; what has a `-` before it must not be there.
 */
export function readQuery(typed: string): SearchQuery {
  const parts = [...typed.matchAll(PARTS)].slice(0, MOST_PARTS).flatMap(([, notPhrase, phrase, notWord, word]) => {
    const isPhrase = phrase !== undefined;
    const words = queryWords(isPhrase ? phrase : (word ?? ''));
    if (words.length === 0) return [];
    const isWanted = (isPhrase ? notPhrase : notWord) !== '-';
    const terms = words.map((each) => term(each, isPhrase));
    return [{ isWanted, words, text: `(${terms.join(isPhrase ? ' <-> ' : ' & ')})` }];
  });
  const wanted = parts.filter(({ isWanted }) => isWanted);
  // Nobody looks for all that does not hold a word.
  if (wanted.length === 0) return { tsquery: null, words: [] };
  return {
    tsquery: parts.map(({ isWanted, text }) => (isWanted ? text : `!${text}`)).join(' & '),
    words: [...new Set(wanted.flatMap(({ words }) => words.map(({ word }) => word)))],
  };
}

/** Of a row of signs the pairs are enough: its last sign alone would be found anywhere. */
function queryWords(text: string): Word[] {
  const words = wordsOf(text);
  return words.filter(
    ({ isLone, start }) => !isLone || !words.some((other) => other.start < start && other.end > start),
  );
}

function term({ word, isLone }: Word, isExact: boolean): string {
  const isWhole = !isLone && (isExact || [...word].length < 2);
  return isWhole ? `'${word}'` : `'${word}':*`;
}
