import { cookies } from 'next/headers';
import { NewChat } from '@/components/chat/new-chat';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { teamChoices } from './team-choices';

export default async function NewChatPage() {
  const actor = await pageActor();
  const [teams, jar] = await Promise.all([teamChoices(actor), cookies()]);
  const initialTeam = rememberedTeam(teams, jar.get(TEAM_COOKIE)?.value);
  return <NewChat draftKey={`${actor.userId}:new`} teams={teams} initialTeam={initialTeam} />;
}
