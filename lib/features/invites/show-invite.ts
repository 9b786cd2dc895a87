import 'server-only';
import { findOpenInvite, type OpenInvite } from '@/db/queries/invites/open-invite';
import { texts } from '@/lib/features/workspaces/texts';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { AppError } from '@/lib/platform/errors/app-error';

/** What whoever has the link may know. Throws `not_found`, the same for every link that does not work. */
export async function findInviteOrThrow(token: string): Promise<OpenInvite> {
  const found = await findOpenInvite(hashApiKey(token));
  if (!found) throw deadInvite();
  return found;
}

/** The invite as the API shows it. */
export async function showInvite(token: string) {
  const { workspaceName, inviterName, role, email, expiresAt } = await findInviteOrThrow(token);
  return { workspace: workspaceName, invitedBy: inviterName, role, email, expiresAt };
}

export function deadInvite(): AppError {
  return new AppError('not_found', texts.deadInvite, { hint: texts.deadInviteHint });
}
