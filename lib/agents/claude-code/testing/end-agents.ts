import { expect, vi } from 'vitest';
import { isAlive } from '../child-process';
import { closeAgent, processPool } from '../process-pool';

const WAIT = { timeout: 20_000, interval: 50 };

/** Resolves when each process has ended its turn. */
export async function untilIdle(): Promise<void> {
  await vi.waitFor(() => expect([...processPool().agents].filter(({ isBusy }) => isBusy)).toEqual([]), WAIT);
}

/** Ends all warm processes; fails when one stays. They write to the data folder, which is about to go, until they have ended. */
export async function endAgents(): Promise<void> {
  const pids = [...processPool().agents].flatMap(({ process }) => process.pid ?? []);
  for (const agent of processPool().agents) closeAgent(agent);
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), WAIT);
}
