import 'server-only';
import { getDb } from '@/db/client';
import { loadShownState } from '@/lib/engine/run/load-run';
import type { Actor } from '@/lib/platform/auth/actor';
import { findRunOrThrow } from './find-run-or-throw';
import { type RunSummary, runSummary } from './run-summary';

/** The run as its log tells it. Throws `not_found` for strangers. */
export async function getRun(actor: Actor, runId: string): Promise<RunSummary> {
  const run = await findRunOrThrow(actor, runId, 'read');
  const state = await loadShownState(await getDb(), runId, 'member');
  return runSummary(run, state.seq === 0 ? null : state);
}
