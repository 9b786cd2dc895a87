import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryPage } from '@/components/sign-in/entry-page';
import { AcceptInvite } from '@/components/workspaces/accept-invite';
import { tokenParams } from '@/lib/features/invites/invite-schema';
import { showInvite } from '@/lib/features/invites/show-invite';
import { requireActor } from '@/lib/platform/auth/require-actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '../../texts';

export const metadata: Metadata = {
  title: texts.invite,
  robots: { index: false, follow: false },
  // The link is the right.
  referrer: 'no-referrer',
};
export const dynamic = 'force-dynamic';

/** What an invite is for, and how to accept it; every link that does not work is answered with the same 404. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invite = await orNull(() => showInvite(tokenParams.parse({ token }).token));
  if (!invite) notFound();
  const actor = await orNull(() => requireActor());
  return (
    <EntryPage title={texts.invite} text={texts.invited(invite.invitedBy, invite.workspace, invite.role)}>
      <AcceptInvite token={token} email={invite.email} person={actor && (actor.name || actor.email)} />
    </EntryPage>
  );
}

/** `null` for what there is not, or for nobody. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'unauthenticated')) return null;
    if (error instanceof Error && error.name === 'ZodError') return null;
    throw error;
  }
}
