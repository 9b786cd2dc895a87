import { and, asc, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { reliabilityObservation } from '../../schema/reliability';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { OBSERVED } from './decayed';

export interface ObservedRow {
  backend: string;
  model: string;
  kind: string;
  count: number;
  weight: number;
  right: number;
  /** Runs by what was known of them. */
  choices: number;
  checks: number;
  agreements: number;
}

/** What has been observed of each model in a workspace, by kind of task. */
export async function selectObserved(actor: QueryActor, workspaceId: string): Promise<ObservedRow[]> {
  const db = await getDb();
  const { backend, model, kind, source } = reliabilityObservation;
  const of = (word: 'choice' | 'checks' | 'agreement') =>
    sql<number>`count(*) filter (where ${source} = ${word})`.mapWith(Number);
  return db
    .select({
      backend,
      model,
      kind,
      ...OBSERVED,
      choices: of('choice'),
      checks: of('checks'),
      agreements: of('agreement'),
    })
    .from(reliabilityObservation)
    .where(
      and(
        eq(reliabilityObservation.workspaceId, workspaceId),
        memberOf(actor, reliabilityObservation.workspaceId, 'reliability.read'),
      ),
    )
    .groupBy(backend, model, kind)
    .orderBy(asc(backend), asc(model), asc(kind));
}
