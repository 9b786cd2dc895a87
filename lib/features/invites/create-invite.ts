import 'server-only';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { insertInvite } from '@/db/queries/invites/insert-invite';
import type { InviteRecord } from '@/db/queries/invites/invite-columns';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import type { MailState } from '@/lib/features/mail/mail-within-limits';
import { refuseWorkspace } from '@/lib/features/workspaces/refuse-workspace';
import { texts } from '@/lib/features/workspaces/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { AppError } from '@/lib/platform/errors/app-error';
import type { newInviteInput } from './invite-schema';
import { mailInvite } from './mail-invite';

const LASTS_MS = 7 * 86_400_000;

/**
 * Makes an invite of at most the actor's own role; its link is in this result, in the e-mail to the address for which it is, and nowhere else. Throws `forbidden` without the right,
 * `conflict` for a personal workspace, `not_found` to who is no member.
 */
export async function createInvite(
  actor: Actor,
  workspaceId: string,
  { role, email, expiresAt, maxUses, sendMail }: z.infer<typeof newInviteInput>,
  origin: string,
): Promise<InviteRecord & { url: string; mail: MailState | null }> {
  const token = randomBytes(32).toString('base64url');
  const made = await insertInvite(actor, {
    ...{ workspaceId, role, email: email ?? null, maxUses: maxUses ?? 1 },
    tokenHash: hashApiKey(token),
    expiresAt: expiresAt ?? new Date(Date.now() + LASTS_MS),
  });
  if (!made) {
    const place = await findWorkspace(actor, workspaceId);
    if (place?.personal) throw new AppError('conflict', texts.personalStays, { hint: texts.makeAnother });
    return refuseWorkspace(actor, workspaceId);
  }
  await record(actor, {
    ...{ workspaceId, action: 'invite.create', target: { kind: 'invite', id: made.id } },
    details: { role, isNamed: made.email !== null, maxUses: made.maxUses },
  });
  const url = `${origin}/invite/${token}`;
  return { ...made, url, mail: sendMail === false ? null : await mailed(actor, workspaceId, made, url) };
}

/** Behind the invite: whatever becomes of the e-mail, the invite is there. */
async function mailed(actor: Actor, workspaceId: string, { email, ...made }: InviteRecord, url: string) {
  if (email === null) return null;
  const place = await findWorkspace(actor, workspaceId);
  return mailInvite(actor, { invite: { ...made, email }, workspaceName: place?.name ?? '', url }, workspaceId);
}
