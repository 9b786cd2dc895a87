import 'server-only';
import { selectProviderKeys } from '@/db/queries/provider-keys/select-provider-keys';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ProviderKeyView, viewOfProviderKey } from './provider-key-view';

/** The person's own keys and those of their workspaces, each with its hint only; of one workspace if given. */
export async function listProviderKeys(actor: Actor, workspaceId?: string): Promise<ProviderKeyView[]> {
  const keys = (await selectProviderKeys(actor)).map(viewOfProviderKey);
  return workspaceId === undefined ? keys : keys.filter((key) => key.workspaceId === workspaceId);
}
