import 'server-only';
import { getDb } from '@/db/client';
import { loadShownState } from '@/lib/engine/run/load-run';
import { namesIn } from '@/lib/features/members/member-names';
import type { Actor } from '@/lib/platform/auth/actor';
import type { RunState } from '@/lib/protocol/state';
import { findRunOrThrow } from './find-run-or-throw';

/** What the run's log folds to so far; `null` while it is empty. Throws `not_found` for strangers. */
export async function getRunState(actor: Actor, runId: string): Promise<RunState | null> {
  const { workspaceId } = await findRunOrThrow(actor, runId, 'read');
  const state = await loadShownState(await getDb(), runId, 'member', await namesIn(actor, workspaceId));
  return state.seq === 0 ? null : state;
}
