import 'server-only';
import { selectProviderKeys } from '@/db/queries/provider-keys/select-provider-keys';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ProviderKeyView, viewOfProviderKey } from './provider-key-view';

/** The person's own keys and those of their workspaces, each with its hint only. */
export async function listProviderKeys(actor: Actor): Promise<ProviderKeyView[]> {
  return (await selectProviderKeys(actor)).map(viewOfProviderKey);
}
