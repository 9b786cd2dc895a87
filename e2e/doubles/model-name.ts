export interface ModelName {
  /** Without rate, count and `-once`. */
  base: string;
  piecesPerSecond: number | null;
  pieces: number | null;
  /** Each piece carries the time at which it was due. */
  stamped: boolean;
  /** The fault happens once per task, then the model works. */
  once: boolean;
}

/**
 * `rate-30x200` and `team-a@30x200` mean 30 pieces a second and 200 pieces of text; `0` a second = all at once;
 * a `t` at the end stamps each piece; `fault-cut-once` has its fault once.
 */
export function parseModelName(model: string): ModelName {
  const match = /^(.*?)(?:(?:@|(?<=^rate)-)(\d+(?:\.\d+)?)(?:x(\d+))?(t)?)?$/.exec(model);
  const [, name = model, rate, count, stamp] = match ?? [];
  const base = name.replace(/-once$/, '');
  const perSecond = rate === undefined ? null : Number(rate) || Number.POSITIVE_INFINITY;
  return {
    base,
    piecesPerSecond: perSecond,
    pieces: count === undefined ? null : Number(count),
    stamped: stamp === 't',
    once: base !== name,
  };
}
