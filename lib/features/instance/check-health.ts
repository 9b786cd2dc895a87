import 'server-only';
import { dbKind } from '@/db/client';
import { pingDatabase } from '@/db/ping';
import { logger } from '@/lib/platform/observability/logger';

const SLOW_MS = 1000;
const TIMEOUT_MS = 3000;

interface Check {
  status: 'ok' | 'degraded' | 'down';
  latencyMs: number | null;
}

export interface Health {
  /** The worst of the checks. */
  status: Check['status'];
  checks: { database: Check & { kind: 'pglite' | 'postgres' } };
}

/** Whether this instance can work, found out now and within 3 s. Says nothing about addresses or errors: anybody may ask. */
export async function checkHealth(): Promise<Health> {
  const database = await checkDatabase();
  return { status: database.status, checks: { database: { kind: dbKind(), ...database } } };
}

async function checkDatabase(): Promise<Check> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error(`No answer within ${TIMEOUT_MS} ms.`)), TIMEOUT_MS);
  try {
    const latencyMs = Math.round(await Promise.race([pingDatabase(), timeout.promise]));
    return { status: latencyMs > SLOW_MS ? 'degraded' : 'ok', latencyMs };
  } catch (error) {
    logger.warn({ error }, 'the database does not answer');
    return { status: 'down', latencyMs: null };
  } finally {
    clearTimeout(timer);
  }
}
