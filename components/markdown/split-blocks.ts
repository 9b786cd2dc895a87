import { lexer, type Token } from 'marked';

export interface Blocks {
  text: string;
  /** Top-level tokens; their `raw` joined is `text`. */
  tokens: Token[];
  /** True when link definitions were found: they reach into every other block. */
  hasDefinitions: boolean;
}

export const NO_BLOCKS: Blocks = { text: '', tokens: [], hasDefinitions: false };

const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;
/** A block that arrives can still change this many blocks before it (a list goes on after a blank line). */
const UNSETTLED = 2;

/**
 * Splits markdown into its top-level blocks. When `text` only grew since `previous`, all but the last
 * blocks are kept as the same objects, so that the cost of streaming is that of the tail.
 */
export function splitBlocks(source: string, previous: Blocks = NO_BLOCKS): Blocks {
  const text = source.replace(/\r\n?/g, '\n');
  if (text === previous.text) return previous;
  const hasDefinitions = DEFINITION.test(text);
  if (hasDefinitions || previous.hasDefinitions || !text.startsWith(previous.text)) return whole(text, hasDefinitions);

  let unsettled = 0;
  let keep = previous.tokens.length;
  while (keep > 0 && unsettled < UNSETTLED) {
    keep -= 1;
    if (previous.tokens[keep]?.type !== 'space') unsettled += 1;
  }
  const settled = previous.tokens.slice(0, keep);
  const start = settled.reduce((length, token) => length + token.raw.length, 0);
  const tail = [...lexer(text.slice(start))];
  const tailLength = tail.reduce((length, token) => length + token.raw.length, 0);
  // The lexer may rewrite white space; offsets are then worthless.
  if (start + tailLength !== text.length) return whole(text, hasDefinitions);
  return { text, tokens: [...settled, ...tail], hasDefinitions };
}

function whole(text: string, hasDefinitions: boolean): Blocks {
  return { text, tokens: [...lexer(text)], hasDefinitions };
}
