import { providerKey } from '../../schema/providers';

/** Everything but the ciphertext. */
export const providerKeyColumns = {
  id: providerKey.id,
  workspaceId: providerKey.workspaceId,
  userId: providerKey.userId,
  provider: providerKey.provider,
  hint: providerKey.hint,
  baseUrl: providerKey.baseUrl,
  createdAt: providerKey.createdAt,
};
