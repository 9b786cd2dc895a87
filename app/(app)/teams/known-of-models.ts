import type { ModelReliability } from '@/lib/browser/reliability/model-reliability';
import { getReliability } from '@/lib/features/reliability/get-reliability';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import type { Actor } from '@/lib/platform/auth/actor';

/** What the person's own workspace has learned of models; nothing where that is switched off. */
export async function knownOfModels(actor: Actor): Promise<ModelReliability[]> {
  const workspace = (await listWorkspaces(actor)).find(({ personal }) => personal);
  if (!workspace) return [];
  const { isOn, items } = await getReliability(actor, workspace.id);
  return isOn ? items : [];
}
