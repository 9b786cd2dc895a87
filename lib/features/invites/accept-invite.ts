import 'server-only';
import type { z } from 'zod';
import { findOpenInvite, type OpenInvite, redeemInvite } from '@/db/queries/invites/open-invite';
import type { NewUser } from '@/db/queries/users/insert-user';
import { record } from '@/lib/features/audit/record';
import { texts } from '@/lib/features/workspaces/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import type { acceptInput } from './invite-schema';
import { deadInvite } from './show-invite';

type Given = z.infer<typeof acceptInput>;

/**
 * Makes the actor, or somebody whose account is made for it, a member. An account is made also where sign-up is closed: whoever manages the
 * workspace has vouched for the person. Throws `not_found` for a link that does not work, `forbidden` to somebody for whom it is not,
 * `invalid` and `conflict` for an account that cannot be made.
 */
export async function acceptInvite(
  actor: Actor | null,
  token: string,
  given: Given,
): Promise<{ workspaceId: string; userId: string }> {
  const hash = hashApiKey(token);
  const open = await findOpenInvite(hash);
  if (!open) throw deadInvite();
  const { email } = open;
  if (actor && email !== null && actor.email !== email) throw new AppError('forbidden', texts.othersInvite(email));
  const used = await redeemInvite(hash, actor ? { userId: actor.userId } : await accountFor(open, given));
  if (!used.ok) throw used.because === 'dead' ? deadInvite() : new AppError('conflict', texts.hasAccount);
  const { userId, workspaceId, role, isNew } = used;
  const who: Actor = actor ?? { userId, email: '', name: '', role: 'member', via: { kind: 'session', sessionId: '' } };
  if (isNew)
    await record(who, {
      ...{ workspaceId, action: 'member.join', target: { kind: 'person', id: userId } },
      details: { role, isNewAccount: actor === null },
    });
  return { workspaceId, userId };
}

async function accountFor(open: OpenInvite, { email: givenEmail, name, password }: Given): Promise<NewUser> {
  const email = open.email ?? givenEmail;
  if (!email || password === undefined) throw new AppError('unauthenticated', texts.ownInvite);
  if (givenEmail && open.email && givenEmail !== open.email)
    throw new AppError('invalid', texts.inviteEmail, { fields: [{ path: 'email', message: texts.inviteEmail }] });
  return {
    email,
    name: name ?? email.replace(/@.*/, ''),
    passwordHash: await hashPassword(password),
    role: 'member',
    isEmailVerified: false,
  };
}
