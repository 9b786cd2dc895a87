import 'server-only';
import type { ProviderKeyRecord } from '@/db/types/provider-key-record';

/** A stored key as people see it: never the key itself. */
export interface ProviderKeyView {
  id: string;
  provider: string;
  scope: 'user' | 'workspace';
  workspaceId: string;
  /** The last four characters. */
  hint: string;
  baseUrl: string | null;
  createdAt: string;
}

export function viewOfProviderKey({ userId, createdAt, ...key }: ProviderKeyRecord): ProviderKeyView {
  return {
    id: key.id,
    provider: key.provider,
    scope: userId === null ? 'workspace' : 'user',
    workspaceId: key.workspaceId,
    hint: key.hint,
    baseUrl: key.baseUrl,
    createdAt: createdAt.toISOString(),
  };
}
