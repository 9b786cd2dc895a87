/** The parts of a list of at most `size` entries, the last ones first, each in the list's order. */
export function fromEnd<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let end = list.length; end > 0; end -= size) parts.push(list.slice(Math.max(0, end - size), end));
  return parts;
}
