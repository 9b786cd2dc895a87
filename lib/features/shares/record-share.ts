import 'server-only';
import type { z } from 'zod';
import { record } from '@/lib/features/audit/record';
import type { Actor } from '@/lib/platform/auth/actor';
import type { newShareInput } from './share-input';

type Shown = Pick<z.infer<typeof newShareInput>, 'level' | 'mode' | 'audience' | 'systemMessages'>;

/** Writes down that a link was made or changed, and what it shows to whom: no address, no names. */
export async function recordShare(
  actor: Actor,
  action: 'share.create' | 'share.update' | 'share.takeOver',
  share: { id: string; workspaceId: string },
  details: Partial<Shown & { hasPassword: boolean; isRefreshed: boolean }>,
): Promise<void> {
  const { id, workspaceId } = share;
  await record(actor, { workspaceId, action, target: { kind: 'share', id }, details });
}

/** Writes down each link that was revoked. */
export async function recordRevoked(actor: Actor, revoked: { id: string; workspaceId: string }[]): Promise<void> {
  for (const { id, workspaceId } of revoked)
    await record(actor, { workspaceId, action: 'share.revoke', target: { kind: 'share', id } });
}
