interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The physical limit, measured in the same run. */
  limit?: number;
  /** Must not be exceeded (or fallen below, with `atLeast`). */
  target?: number;
  atLeast?: boolean;
}

let missed = 0;

/** Prints one figure beside its limit and target. */
export function report({ name, value, unit, limit, target, atLeast }: Figure): void {
  const holds = target === undefined || (atLeast ? value >= target : value <= target);
  if (!holds) missed += 1;
  const parts = [
    name.padEnd(58),
    `${format(value)} ${unit}`.padStart(16),
    (limit === undefined ? '' : `limit ${format(limit)}`).padStart(16),
    target === undefined ? '' : `  ${holds ? 'ok' : 'MISSED'} (${atLeast ? '≥' : '≤'} ${format(target)})`,
  ];
  console.log(parts.join(''));
}

/** Throws when a promise that has nothing to do with speed is broken: a token lost or repeated. */
export function assertEqual(what: string, actual: number, expected: number): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, expected ${expected}`);
}

/** Call last: a missed target makes the benchmark fail. */
export function finishReport(): void {
  process.exitCode = missed > 0 ? 1 : 0;
}

function format(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1);
}
