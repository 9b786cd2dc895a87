import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { insertShare } from '@/db/queries/shares/insert-share';
import type { ShareRecord } from '@/db/types/share-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import { findShareOrThrow } from './find-share-or-throw';
import { recordShare } from './record-share';
import { refuseByPolicy } from './refuse-by-policy';
import type { newShareInput } from './share-input';
import { hashShareToken, newShareToken, sealShareToken, shareUrl } from './share-token';
import { findSharedBranch } from './shared-branch';
import { takeSnapshot } from './take-snapshot';
import { texts } from './texts';

/** Makes a link. Its address is in this result; of the token only a hash and an encrypted copy for its owner are kept. */
export async function createShare(
  actor: Actor,
  input: z.infer<typeof newShareInput>,
  origin: string,
): Promise<ShareRecord & { url: string }> {
  const { conversationId, password, ...given } = input;
  const { leafId, title, workspaceId } = await findSharedBranch(actor, input);
  await refuseByPolicy(workspaceId, input.audience);
  const token = newShareToken();
  const id = uuidv7();
  const made = await insertShare(actor, {
    ...given,
    ...{ id, conversationId, leafId },
    passwordHash: password ? await hashPassword(password) : null,
    tokenHash: hashShareToken(token) ?? '',
    tokenCiphertext: await sealShareToken(token, id),
    snapshot: input.mode === 'snapshot' ? await takeSnapshot({ conversationId, title, leafId }) : null,
  });
  if (!made) throw new AppError('forbidden', texts.cannotShare);
  const { level, mode, audience, systemMessages } = input;
  const shown = { level, mode, audience, systemMessages, hasPassword: Boolean(password) };
  await recordShare(actor, 'share.create', { id, workspaceId }, shown);
  return { ...(await findShareOrThrow(actor, id)), url: shareUrl(origin, token) };
}
