import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { TeamList } from '@/components/team/team-list';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { rememberedTeam, TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { listTeams } from '@/lib/features/teams/list-teams';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { placeNames } from '../place-of';
import { lastSavedFirst, teamChoice } from '../team-choices';
import { texts } from '../texts';
import { definitionOf } from './definition-of';

export const metadata: Metadata = { title: texts.teams };

export default async function TeamsPage() {
  const [teams, jar, placeOf] = await Promise.all([
    listTeams(await pageActor(), { limit: 200 }),
    cookies(),
    placeNames(),
  ]);
  const items = lastSavedFirst(teams.items);
  return (
    <PageFrame
      title={texts.teams}
      text={texts.teamsText}
      action={
        <div className="flex flex-wrap justify-end gap-2">
          <Link href="/teams/import" className={buttonClass()}>
            {texts.import}
          </Link>
          <Link href="/teams/new" className={buttonClass('primary')}>
            {texts.newTeam}
          </Link>
        </div>
      }
    >
      <TeamList
        teams={items.map((team) => ({
          team: { ...teamChoice(team), description: team.description, needs: team.needs },
          definition: definitionOf(team),
          place: placeOf(team.workspaceId),
        }))}
        chosen={rememberedTeam(items.map(teamChoice), jar.get(TEAM_COOKIE)?.value)}
      />
    </PageFrame>
  );
}
