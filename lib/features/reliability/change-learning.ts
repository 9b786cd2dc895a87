import 'server-only';
import { setLearning } from '@/db/queries/reliability/set-learning';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireManager } from './require-manager';

/** Switches learning on or off: off, nothing is learned and nothing learned is used; what is known stays. */
export async function changeLearning(actor: Actor, workspaceId: string, isOn: boolean): Promise<void> {
  await requireManager(actor, workspaceId);
  await setLearning(actor, workspaceId, isOn);
}
