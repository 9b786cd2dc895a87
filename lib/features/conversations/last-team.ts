import 'server-only';
import { findRunTeam } from '@/db/queries/runs/find-run-team';
import type { TeamDefinition } from '@/db/types/team-definition';
import type { Actor } from '@/lib/platform/auth/actor';
import type { Branch } from './read-branch';

/** The team that answered last in a branch, as it was given; `null` when none has been asked. */
export async function lastTeam(actor: Actor, { turns }: Branch): Promise<TeamDefinition | null> {
  const runId = turns.findLast(({ answer }) => answer.runId !== null)?.answer.runId;
  return runId ? findRunTeam(actor, runId) : null;
}
