import 'server-only';
import { type SharingUsage, selectSharingUsage } from '@/db/queries/usage/select-sharing-usage';
import { selectUsage, type UsageRow } from '@/db/queries/usage/select-usage';
import type { Actor } from '@/lib/platform/auth/actor';
import type { UsageQuery } from './usage-query';

type Figures = Omit<UsageRow, 'key' | 'backend' | 'title'>;

export interface UsageReport {
  items: (Figures & {
    day?: string;
    phase?: string;
    backend?: string;
    model?: string;
    conversationId?: string | null;
    title?: string | null;
  })[];
  nextCursor: null;
  total: Figures;
  /** Of context sharing, in the same runs; of those only that still exist. */
  contexts: SharingUsage;
  /** Days in UTC, both included. */
  from: string;
  to: string;
}

const NOTHING: Figures = {
  runs: 0,
  requests: 0,
  inputTokens: 0,
  outputTokens: 0,
  cachedTokens: 0,
  reasoningTokens: 0,
  unpricedTokens: 0,
  estimatedTokens: 0,
  costUsd: null,
  priceDate: null,
};

/** What finished runs have used, summed up. Money is list price; `unpricedTokens` are not in it. */
export async function getUsage(actor: Actor, { by, ...filter }: UsageQuery): Promise<UsageReport> {
  const [rows, [all], contexts] = await Promise.all([
    selectUsage(actor, by, filter),
    selectUsage(actor, 'all', filter),
    selectSharingUsage(actor, filter),
  ]);
  return {
    items: rows.map((row) => ({ ...nameOf(by, row), ...figuresOf(row) })),
    nextCursor: null,
    total: all ? figuresOf(all) : NOTHING,
    contexts,
    from: dayOf(filter.from),
    to: dayOf(new Date(filter.to.getTime() - 1)),
  };
}

function nameOf(by: UsageQuery['by'], { key, backend, title }: UsageRow) {
  switch (by) {
    case 'day':
      return { day: key ?? '' };
    case 'model':
      return { backend: backend ?? '', model: key ?? '' };
    case 'conversation':
      return { conversationId: key, title };
    case 'phase':
      return { phase: key ?? '' };
  }
}

function figuresOf({ key: _, backend: __, title: ___, ...figures }: UsageRow): Figures {
  return figures;
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
