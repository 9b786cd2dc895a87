import 'server-only';
import type { z } from 'zod';
import { type CallSums, summarizeMcpCalls } from '@/db/queries/mcp-calls/summarize-mcp-calls';
import { selectMcpHealth } from '@/db/queries/mcp-health/select-mcp-health';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import type { Actor } from '@/lib/platform/auth/actor';
import type { metricsQuery } from './insight-schema';

const DAY_MS = 86_400_000;
const CHECKS = 96;

export interface Metrics extends Omit<CallSums, 'tool'> {
  since: string;
  tools: CallSums[];
  health: {
    checks: number;
    ok: number;
    p50Ms: number | null;
    p95Ms: number | null;
    history: { at: string; ok: boolean; latencyMs: number | null; problem: string | null }[];
  };
}

const NONE = { calls: 0, errors: 0, denied: 0, unknown: 0, p50Ms: null, p95Ms: null };

/** How calls of a server went, one's own or, to who manages it, everybody's, and what background checks have found. Throws `not_found`. */
export async function getMetrics(
  actor: Actor,
  serverId: string,
  { days }: z.infer<typeof metricsQuery> = { days: 7 },
): Promise<Metrics> {
  await requireServer(actor, serverId, 'read');
  const since = new Date(Date.now() - days * DAY_MS);
  const [sums, found] = await Promise.all([
    summarizeMcpCalls(actor, serverId, since),
    selectMcpHealth(actor, serverId, CHECKS),
  ]);
  const { tool: _, ...all } = sums.find(({ tool }) => tool === '') ?? { tool: '', ...NONE };
  const latencies = found.flatMap(({ ok, latencyMs }) => (ok && latencyMs !== null ? [latencyMs] : []));
  return {
    since: since.toISOString(),
    ...all,
    tools: sums.filter(({ tool }) => tool !== ''),
    health: {
      checks: found.length,
      ok: found.filter(({ ok }) => ok).length,
      ...{ p50Ms: percentile(latencies, 0.5), p95Ms: percentile(latencies, 0.95) },
      history: found.map(({ at, ...check }) => ({ ...check, at: at.toISOString() })),
    },
  };
}

/** By nearest rank. */
function percentile(values: number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
}
