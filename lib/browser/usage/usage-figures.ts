/** What some runs have used together, as `GET /usage` answers. */
export interface UsageFigures {
  runs: number;
  requests: number;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** Tokens of models whose price is not known: `costUsd` is without them. */
  unpricedTokens: number;
  estimatedTokens: number;
  costUsd: number | null;
  /** Of the oldest price list that counted. */
  priceDate: string | null;
}

export interface UsageDay {
  day: string;
  tokens: number;
  costUsd: number | null;
  unpricedTokens: number;
}

const DAY_MS = 86_400_000;

/** Every day of a span, oldest first; days without runs included. */
export function usageDays(items: (UsageFigures & { day?: string })[], from: string, to: string): UsageDay[] {
  const known = new Map(items.map((item) => [item.day, item]));
  const days: UsageDay[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    const item = known.get(day);
    days.push({
      day,
      tokens: (item?.inputTokens ?? 0) + (item?.outputTokens ?? 0),
      costUsd: item?.costUsd ?? null,
      unpricedTokens: item?.unpricedTokens ?? 0,
    });
  }
  return days;
}

/** What context sharing has done in some runs. */
export interface ContextFigures {
  snapshots: number;
  /** Newly stored: what changed, each content once. */
  bytesStored: number;
  captureMs: number;
  deliveries: number;
  deliveredTokens: number;
  deliverMs: number;
  failures: number;
}
