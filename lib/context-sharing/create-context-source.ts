import 'server-only';
import type { Db } from '@/db/types/database';
import type { ContextSource } from '@/lib/engine/context-source';
import { ContextsOfRun, type Report } from './run-contexts';
import { createContextStore } from './store/context-store';

/** The engine's source of contexts on this database. `report` is for failures that nobody is told otherwise. */
export function createContextSource(db: Db, report: Report): ContextSource {
  const store = createContextStore(db);
  return {
    async open(run, append) {
      const [turns, inRun] = await Promise.all([store.bases(run.parentMessageId), store.latest(run.runId)]);
      return new ContextsOfRun(run, store, { turns, inRun }, append, report);
    },
  };
}
