import 'server-only';
import type { InviteRecord } from '@/db/queries/invites/invite-columns';
import { record } from '@/lib/features/audit/record';
import { type MailState, mailWithinLimits } from '@/lib/features/mail/mail-within-limits';
import type { Actor } from '@/lib/platform/auth/actor';
import { withoutLinks } from '@/lib/platform/mail/without-links';
import { texts } from './texts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** Sends an invite that is for one address to that address. What comes of it is said: the invite and its link are there in any case. */
export async function mailInvite(
  actor: Actor,
  { invite, workspaceName, url }: { invite: InviteRecord & { email: string }; workspaceName: string; url: string },
  workspaceId: string,
): Promise<MailState> {
  const [inviter, workspace] = [withoutLinks(actor.name) || texts.somebody, withoutLinks(workspaceName)];
  const { role, expiresAt } = invite;
  const state = await mailWithinLimits(actor, {
    to: invite.email,
    subject: texts.subject(inviter, workspace),
    text: texts.mail({ inviter, workspace, role, url, until: day.format(expiresAt) }),
  });
  const target = { kind: 'invite', id: invite.id };
  if (state !== 'off') await record(actor, { workspaceId, action: 'invite.mail', target, details: { outcome: state } });
  return state;
}
