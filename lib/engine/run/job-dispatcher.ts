import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss';
import type { Db } from '@/db/types/database';
import type { RawClient } from '@/db/types/open-database';

/** Brings every queued run to a process that can drive it, even when the process that took the request is gone. */
export interface Dispatcher {
  start(onJob: () => Promise<void>): Promise<void>;
  /** Adds the run's job within the transaction that makes the run: both exist or neither does. */
  enqueue(tx: Db, runId: string): Promise<void>;
  stop(): Promise<void>;
}

const QUEUE = 'run';
/** The process that takes the request starts the run by itself; the job is for when it could not. */
const JOB_DELAY_SECONDS = 5;
const POLL_SECONDS = 5;

/** Dispatch by pg-boss, in the application's own database. `onError` gets what its background work meets. */
export function createJobDispatcher(raw: RawClient, onError: (error: Error) => void): Dispatcher {
  const boss = new PgBoss({
    ...(raw.kind === 'pglite'
      ? { db: fromPglite(raw.client), backend: 'pglite' as const }
      : { db: { executeSql: (text: string, values?: unknown[]) => raw.pool.query(text, values) } }),
    schedule: false,
  });
  boss.on('error', onError);
  return {
    async start(onJob) {
      await boss.start();
      await boss.createQueue(QUEUE, { retryLimit: 3, expireInSeconds: 60, deleteAfterSeconds: 3_600 });
      // Fills pg-boss's queue cache: filling it inside a transaction would wait for ever on the embedded database's one connection.
      await boss.findJobs(QUEUE, { id: randomUUID() });
      await boss.work(QUEUE, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 50 }, onJob);
    },
    async enqueue(tx, runId) {
      await boss.send(QUEUE, { runId }, { db: fromDrizzle(tx, sql), startAfter: JOB_DELAY_SECONDS });
    },
    stop: () => boss.stop({ graceful: false, close: false }),
  };
}
