import type { MarkdownIt, StateInline } from 'markdown-it';

/** Brackets in one another; deeper ones are text. Each that is open makes the parser read to the end in search of its partner. */
const MAX_OPEN = 16;
/** So often, in all, the parser may read a text in search of partners: escaped or in code, brackets that look like partners are none. */
const ROUNDS = 32;
/** Shorter texts are searched as if they had this length. */
const SHORT = 4000;

/** Links and pictures, in texts with any number of brackets, by work in proportion to their length. */
export function limitBrackets(md: MarkdownIt): void {
  for (const name of ['link', 'image']) {
    const rule = md.inline.ruler.__rules__.find((known) => known.name === name)?.fn;
    if (!rule) throw new Error(`markdown-it has no rule “${name}” any more.`);
    md.inline.ruler.at(name, (state, silent) => {
      const character = state.src[state.pos];
      if (character !== '[' && character !== '!') return false;
      return !isTooDeep(state) && rule(state, silent);
    });
  }
  limitSearches(md);
}

interface Searches {
  /** Characters that were read. */
  length: number;
  /** From where no partner is to be found. */
  lonely: Set<string>;
}

const searches = new WeakMap<StateInline, Searches>();

function limitSearches(md: MarkdownIt): void {
  const { parseLinkLabel } = md.helpers;
  md.helpers.parseLinkLabel = (state, start, disableNested = false) => {
    const known = searches.get(state) ?? { length: 0, lonely: new Set() };
    searches.set(state, known);
    if (known.length > ROUNDS * Math.max(state.src.length, SHORT)) return -1;
    // What finds no partner where links may stand inside finds none where they may not.
    if (known.lonely.has(`${start} true`) || known.lonely.has(`${start} ${!disableNested}`)) return -1;
    const end = parseLinkLabel(state, start, disableNested);
    if (end < 0) known.lonely.add(`${start} ${!disableNested}`);
    known.length += (end < 0 ? state.posMax : end) - start;
    return end;
  };
}

const depths = new WeakMap<StateInline, Uint8Array>();

function isTooDeep(state: StateInline): boolean {
  let known = depths.get(state);
  if (!known) {
    known = openBrackets(state.src);
    depths.set(state, known);
  }
  return (known[state.pos] ?? 0) > MAX_OPEN;
}

/** How many brackets are open at each place of a text, up to 255. */
function openBrackets(text: string): Uint8Array {
  const open = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    open[at] = Math.min(count, 255);
    const code = text.charCodeAt(at);
    if (code === 0x5b) count += 1;
    else if (code === 0x5d) count = Math.max(0, count - 1);
  }
  return open;
}
