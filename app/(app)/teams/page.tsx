import type { Metadata } from 'next';
import Link from 'next/link';
import { TeamRow } from '@/components/team/team-row';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { pageActor } from '@/lib/auth/page-actor';
import { listTeams } from '@/lib/teams/list-teams';
import { teamChoice } from '../team-choices';
import { definitionOf } from './definition-of';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  const { items } = await listTeams(await pageActor(), { limit: 200 });
  return (
    <PageFrame
      title="Teams"
      text="Who answers: the agents, how they decide, and their limits."
      action={
        <div className="flex flex-wrap justify-end gap-2">
          <Link href="/teams/import" className={buttonClass()}>
            Import
          </Link>
          <Link href="/teams/new" className={buttonClass('primary')}>
            New team
          </Link>
        </div>
      }
    >
      <ul>
        {items.map((team) => (
          <TeamRow
            key={team.id}
            team={{ ...teamChoice(team), description: team.description, needs: team.needs }}
            definition={definitionOf(team)}
          />
        ))}
      </ul>
    </PageFrame>
  );
}
