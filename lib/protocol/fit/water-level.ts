/** The highest level at which the sizes, each cut to it, come to no more than `room`; 0 when nothing has room. */
export function waterLevel(sizes: number[], room: number): number {
  const sorted = sizes.toSorted((a, b) => a - b);
  let left = room;
  for (const [index, size] of sorted.entries()) {
    const level = left / (sorted.length - index);
    if (size > level) return Math.max(0, Math.floor(level));
    left -= size;
  }
  return sorted.at(-1) ?? 0;
}
