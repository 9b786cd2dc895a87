import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ConversationView } from '@/components/chat/conversation-view';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { lastTeam } from '@/lib/features/conversations/last-team';
import { placeOfConversation } from '@/lib/features/conversations/place-of-conversation';
import { readBranch } from '@/lib/features/conversations/read-branch';
import { readTurns } from '@/lib/features/conversations/read-turns';
import { sumBranch } from '@/lib/features/conversations/sum-branch';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { showHidden } from '@/lib/protocol/text/hidden-characters';
import { teamChoices, withLastTeam } from '../../team-choices';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** Enough for the window of any screen; older ones come when somebody scrolls to them. */
const FIRST_TURNS = 10;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const load = cache(async (id: string) => {
  if (!UUID.test(id)) notFound();
  try {
    return await readBranch(await pageActor(), id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: showHidden((await load((await params).id)).conversation.title) };
}

export default async function ConversationPage({ params }: PageProps) {
  const { id } = await params;
  const actor = await pageActor();
  const [branch, teams, jar] = await Promise.all([load(id), teamChoices(actor), cookies()]);
  const [page, sum, answeredLast, place] = await Promise.all([
    readTurns(actor, branch, { limit: FIRST_TURNS }),
    sumBranch(actor, branch),
    lastTeam(actor, branch),
    placeOfConversation(actor, branch.conversation),
  ]);
  const choices = withLastTeam(teams, answeredLast);
  return (
    <ConversationView
      key={id}
      conversationId={id}
      draftKey={`${actor.userId}:${id}`}
      title={branch.conversation.title}
      place={place}
      page={page}
      sum={sum}
      teams={choices.teams}
      initialTeam={choices.last ?? rememberedTeam(teams, jar.get(TEAM_COOKIE)?.value)}
    />
  );
}
