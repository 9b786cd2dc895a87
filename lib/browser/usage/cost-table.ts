import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { CallPhase } from '@/lib/protocol/event';
import type { RunState, Usage, UsageEntry } from '@/lib/protocol/state';
import { allSlots } from '@/lib/protocol/update-slot';
import { texts } from './texts';

export interface CostRow extends UsageEntry {
  /** Part of the run's cost, or of its tokens while a price is missing or nothing costs anything; 0 to 1. */
  share: number;
}

export interface CostTable {
  rows: CostRow[];
  total: Usage & { requests: number };
  shareOf: 'cost' | 'tokens';
  /** Models with their price lists, and those without a known price. */
  priceDates: { model: string; date: string }[];
  unpriced: string[];
  /** Tokens that the requests in flight have streamed so far, by the estimate. */
  inFlight: number;
}

const PHASES: CallPhase[] = [
  'coordination',
  'comparison',
  'check',
  'vote',
  'ballot',
  'runoff',
  'judge',
  'presentation',
];

/** What a run has used, agent by agent and phase by phase. */
export function costTable(run: RunState): CostTable {
  const { usage, usageBy } = run;
  const shareOf = usage.unpricedTokens === 0 && (usage.costUsd ?? 0) > 0 ? 'cost' : 'tokens';
  const weight = (entry: Usage) => (shareOf === 'cost' ? (entry.costUsd ?? 0) : entry.inputTokens + entry.outputTokens);
  const all = Math.max(weight(usage), Number.MIN_VALUE);
  const order = allSlots(run).map(({ slot }) => slot);
  const rows = usageBy
    .map((entry) => ({ ...entry, share: weight(entry) / all }))
    .sort((a, b) => order.indexOf(a.slot) - order.indexOf(b.slot) || PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
  const dated = usageBy.flatMap(({ model, priceDate }) => (priceDate ? [[model, priceDate] as const] : []));
  return {
    rows,
    total: { ...usage, requests: usageBy.reduce((sum, { requests }) => sum + requests, 0) },
    shareOf,
    priceDates: [...new Map(dated)].map(([model, date]) => ({ model, date })),
    unpriced: [...new Set(usageBy.filter(({ unpricedTokens }) => unpricedTokens > 0).map(({ model }) => model))],
    inFlight: allSlots(run).reduce((sum, { call }) => sum + Math.ceil((call?.streamed ?? 0) / CHARACTERS_PER_TOKEN), 0),
  };
}

const PHASE_WORDS: Record<string, string> = texts.phases;

/** The words of the interface for the phases of a call. */
export function phaseWord(phase: string): string {
  return PHASE_WORDS[phase] ?? phase;
}
