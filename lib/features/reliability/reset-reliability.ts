import 'server-only';
import { removeObservations } from '@/db/queries/reliability/remove-observations';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireManager } from './require-manager';

/** Forgets everything that a workspace has learned of its models. */
export async function resetReliability(actor: Actor, workspaceId: string): Promise<void> {
  await requireManager(actor, workspaceId);
  await removeObservations(actor, workspaceId);
}
