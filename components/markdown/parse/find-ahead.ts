interface Search {
  from: number;
  /** -1 = nowhere. */
  at: number;
}

const searches = new WeakMap<object, Map<string | RegExp, Search>>();

/**
 * Where `mark` next stands in the text of a parser's state, from a place on; -1 = nowhere. (A pattern is global.) It is looked for once, however many places before
 * it ask. The parser also looks ahead and comes back: what was found from further on says nothing about what is before that.
 */
export function findAhead(state: { src: string }, mark: string | RegExp, from: number): number {
  const known = searches.get(state) ?? new Map<string | RegExp, Search>();
  searches.set(state, known);
  const last = known.get(mark);
  if (last && last.from <= from && (last.at < 0 || from <= last.at)) return last.at;
  const at = typeof mark === 'string' ? state.src.indexOf(mark, from) : search(state.src, mark, from);
  known.set(mark, { from, at });
  return at;
}

function search(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
