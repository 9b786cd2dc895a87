import 'server-only';
import { deleteProviderKey as deleteProviderKeyRow } from '@/db/queries/provider-keys/delete-provider-key';
import { record } from '@/lib/features/audit/record';
import { forgetBackendHealth } from '@/lib/features/backends/list-backends';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** Throws `not_found` for a key that is not there or that the actor may not delete. */
export async function deleteProviderKey(actor: Actor, id: string): Promise<void> {
  const deleted = await deleteProviderKeyRow(actor, id);
  if (!deleted) throw new AppError('not_found', texts.noSuchKey);
  forgetBackendHealth();
  const { workspaceId, provider, userId } = deleted;
  await record(actor, {
    ...{ workspaceId, action: 'providerKey.delete', target: { kind: 'providerKey', id } },
    details: { provider, isPersonal: userId !== null },
  });
}
