import 'server-only';
import { findLearning } from '@/db/queries/reliability/find-learning';
import type { Actor } from '@/lib/platform/auth/actor';

/** Whether the actor may switch a workspace's learning off, and make it forget. */
export async function managesReliability(actor: Actor, workspaceId: string): Promise<boolean> {
  return (await findLearning(actor, workspaceId, 'reliability.manage')) !== null;
}
