import 'server-only';
import { selectWorkspaces, type WorkspaceRecord } from '@/db/queries/workspaces/select-workspaces';
import type { Actor } from '@/lib/platform/auth/actor';

/** The workspaces of the actor with their role in each, the personal one first. */
export function listWorkspaces(actor: Actor): Promise<WorkspaceRecord[]> {
  return selectWorkspaces(actor);
}
