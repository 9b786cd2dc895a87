import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ConversationView } from '@/components/chat/conversation-view';
import { StaticMarkdown } from '@/components/markdown/static-markdown';
import { pageActor } from '@/lib/auth/page-actor';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/client/team-choice';
import { getConversation } from '@/lib/conversations/get-conversation';
import { lastTeam } from '@/lib/conversations/last-team';
import { AppError } from '@/lib/errors/app-error';
import { teamChoices, withLastTeam } from '../../team-choices';
import { turnsOf } from './turns-of';

interface PageProps {
  params: Promise<{ id: string }>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const load = cache(async (id: string) => {
  if (!UUID.test(id)) notFound();
  try {
    return await getConversation(await pageActor(), id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load((await params).id)).title };
}

export default async function ConversationPage({ params }: PageProps) {
  const { id } = await params;
  const actor = await pageActor();
  const [conversation, teams, jar] = await Promise.all([load(id), teamChoices(actor), cookies()]);
  const [turns, answeredLast] = await Promise.all([
    turnsOf(actor, conversation.messages),
    lastTeam(actor, conversation.messages),
  ]);
  const choices = withLastTeam(teams, answeredLast);
  const rendered = turns.flatMap((turn) => {
    const [id, text] = turn.run ? [turn.run.id, turn.run.result?.final] : [turn.answerMessageId, turn.answer];
    return text ? [[id, <StaticMarkdown key={id} text={text} />] as const] : [];
  });
  return (
    <ConversationView
      key={id}
      conversationId={id}
      title={conversation.title}
      turns={turns}
      rendered={Object.fromEntries(rendered)}
      teams={choices.teams}
      initialTeam={choices.last ?? rememberedTeam(teams, jar.get(TEAM_COOKIE)?.value)}
    />
  );
}
