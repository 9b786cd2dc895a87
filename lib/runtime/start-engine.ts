import 'server-only';
import { constants } from 'node:os';
import { closeDb } from '@/db/client';
import { logger } from '@/lib/platform/observability/logger';
import { getEngine, stopEngine } from './engine';
import { closeMcp } from './mcp';

const holder = globalThis as { massgenShutdown?: boolean };

/** Starts what works in the background, and sees to its proper end when the process is told to end. May be called again. */
export async function startEngine(): Promise<void> {
  await getEngine();
  if (holder.massgenShutdown) return;
  holder.massgenShutdown = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal));
}

/**
 * Unfinished runs go back, so that this server after its restart, or another one, goes on with them at once. Then the process ends,
 * whoever is still connected: browsers come back by themselves.
 */
async function shutDown(signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
  try {
    await stopEngine({ forGood: true });
    await closeMcp();
    await closeDb();
  } catch (error) {
    logger.error({ error }, 'The shutdown was not clean. Unfinished runs go on after the next start.');
  }
  process.exit(128 + constants.signals[signal]);
}
