import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import type { UsageFilter } from './select-usage';

/** What context sharing has done and cost in some runs. */
export interface SharingUsage {
  snapshots: number;
  /** Newly stored for them: what changed, each content once. */
  bytesStored: number;
  captureMs: number;
  /** How often something of a context was put into a request. */
  deliveries: number;
  deliveredTokens: number;
  deliverMs: number;
  /** Contexts that could not be captured or read. */
  failures: number;
}

/** The same of all runs that ended in a span of time and still exist: unlike tokens, contexts go with their conversation. */
export async function selectSharingUsage(
  actor: QueryActor,
  { scope, from, to, conversationId }: Omit<UsageFilter, 'limit'>,
): Promise<SharingUsage> {
  const db = await getDb();
  const captured = db
    .select({
      snapshots: sql<number>`count(*)`.as('snapshots'),
      bytes: sql<number>`sum(${contextSnapshot.bytes})`.as('bytes_stored'),
      tookMs: sql<number>`sum(${contextSnapshot.tookMs})`.as('capture_ms'),
    })
    .from(contextSnapshot)
    .where(eq(contextSnapshot.runId, run.id))
    .as('captured');
  const sum = (value: unknown) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number);
  const told = (name: string) => sum(sql`(${run.result} -> 'context' ->> ${name}::text)::double precision`);
  const [found] = await db
    .select({
      snapshots: sum(captured.snapshots),
      bytesStored: sum(captured.bytes),
      captureMs: sum(captured.tookMs),
      deliveries: told('deliveries'),
      deliveredTokens: told('tokens'),
      deliverMs: told('deliverMs'),
      failures: told('failures'),
    })
    .from(run)
    .leftJoinLateral(captured, sql`true`)
    .where(
      and(
        scope === 'own'
          ? and(eq(run.createdBy, actor.userId), memberOf(actor, run.workspaceId, 'usage.read', 'own'))
          : memberOf(actor, run.workspaceId, 'usage.read'),
        gte(run.endedAt, from),
        lt(run.endedAt, to),
        conversationId ? eq(run.conversationId, conversationId) : undefined,
      ),
    );
  if (!found) throw new Error('A sum has a row.');
  return found;
}
