import { changedLines, type LineChange } from './changed-lines';

type Side = 'one' | 'two';

/**
 * Two texts that come from the same one, merged by lines (diff3); `null` when both changed the same lines, or lines right beside each
 * other, which as a rule depend on one another.
 */
export function mergeLines(base: string[], one: string[], two: string[]): string[] | null {
  const sides = { one: changedLines(base, one).changes, two: changedLines(base, two).changes };
  const all = (['one', 'two'] as const).flatMap((side) => sides[side].map((change) => ({ ...change, side })));
  all.sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: string[][] = [];
  let at = 0;
  for (let index = 0; index < all.length; ) {
    const region = { from: all[index]?.from ?? 0, to: all[index]?.to ?? 0 };
    const changes: (LineChange & { side: Side })[] = [];
    for (let next = all[index]; next && (next.from <= region.to || changes.length === 0); next = all[index]) {
      region.to = Math.max(region.to, next.to);
      changes.push(next);
      index += 1;
    }
    const results = new Map<Side, string[]>();
    for (const { side } of changes) {
      if (!results.has(side))
        results.set(
          side,
          applied(
            base,
            region,
            changes.filter((change) => change.side === side),
          ),
        );
    }
    const [first, second] = [...results.values()];
    if (!first || (second && !isAlike(first, second))) return null;
    merged.push(base.slice(at, region.from), first);
    at = region.to;
  }
  return [...merged, base.slice(at)].flat();
}

/** What one side made of a region. */
function applied(base: string[], region: { from: number; to: number }, changes: LineChange[]): string[] {
  const parts: string[][] = [];
  let at = region.from;
  for (const { from, to, lines } of changes) {
    parts.push(base.slice(at, from), lines);
    at = to;
  }
  return [...parts, base.slice(at, region.to)].flat();
}

function isAlike(one: string[], two: string[]): boolean {
  return one.length === two.length && one.every((line, index) => line === two[index]);
}
