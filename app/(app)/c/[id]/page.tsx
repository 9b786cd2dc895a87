import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ConversationView } from '@/components/chat/conversation-view';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { lastTeam } from '@/lib/features/conversations/last-team';
import { placeOfConversation } from '@/lib/features/conversations/place-of-conversation';
import { readTurns } from '@/lib/features/conversations/read-turns';
import { sumBranch } from '@/lib/features/conversations/sum-branch';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { showHidden } from '@/lib/protocol/text/hidden-characters';
import { teamChoices, withLastTeam } from '../../team-choices';
import { loadBranch } from './load-branch';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** Enough for the window of any screen; older ones come when somebody scrolls to them. */
const FIRST_TURNS = 10;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: showHidden((await loadBranch((await params).id)).conversation.title) };
}

export default async function ConversationPage({ params }: PageProps) {
  const { id } = await params;
  const actor = await pageActor();
  const [branch, teams, jar] = await Promise.all([loadBranch(id), teamChoices(actor), cookies()]);
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
