import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { reliabilityObservation, reliabilityOff } from '../../schema/reliability';
import type { Db } from '../../types/database';
import { OBSERVED } from '../reliability/decayed';

export interface ObservedOfModel {
  backend: string;
  model: string;
  kind: string;
  count: number;
  weight: number;
  right: number;
}

/** What has been observed of these models in a workspace, by kind of task; nothing where that is switched off. */
export async function readObserved(db: Db, workspaceId: string, models: string[]): Promise<ObservedOfModel[]> {
  const { backend, model, kind } = reliabilityObservation;
  const off = db.select({ one: sql`1` }).from(reliabilityOff).where(eq(reliabilityOff.workspaceId, workspaceId));
  return db
    .select({ backend, model, kind, ...OBSERVED })
    .from(reliabilityObservation)
    .where(and(eq(reliabilityObservation.workspaceId, workspaceId), inArray(model, models), notExists(off)))
    .groupBy(backend, model, kind);
}
