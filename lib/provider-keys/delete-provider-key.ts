import 'server-only';
import { deleteProviderKey as deleteProviderKeyRow } from '@/db/queries/provider-keys/delete-provider-key';
import { forgetBackendHealth } from '@/lib/agents/list-backends';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/** Throws `not_found` for a key that is not there or that the actor may not delete. */
export async function deleteProviderKey(actor: Actor, id: string): Promise<void> {
  if (!(await deleteProviderKeyRow(actor, id))) throw new AppError('not_found', 'There is no such key.');
  forgetBackendHealth();
}
