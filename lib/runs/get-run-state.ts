import 'server-only';
import { getDb } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { loadState } from '@/lib/engine/load-run';
import type { RunState } from '@/lib/protocol/state';
import { findRunOrThrow } from './find-run-or-throw';

/** What the run's log folds to so far; `null` while it is empty. Throws `not_found` for strangers. */
export async function getRunState(actor: Actor, runId: string): Promise<RunState | null> {
  await findRunOrThrow(actor, runId, 'read');
  const state = await loadState(await getDb(), runId);
  return state.seq === 0 ? null : state;
}
