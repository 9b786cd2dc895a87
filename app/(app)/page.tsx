import { cookies } from 'next/headers';
import { NewChat } from '@/components/chat/new-chat';
import { pageActor } from '@/lib/auth/page-actor';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/client/team-choice';
import { teamChoices } from './team-choices';

export default async function NewChatPage() {
  const [teams, jar] = await Promise.all([teamChoices(await pageActor()), cookies()]);
  return <NewChat teams={teams} initialTeam={rememberedTeam(teams, jar.get(TEAM_COOKIE)?.value)} />;
}
