import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TeamEditor } from '@/components/team/team-editor';
import { TeamRow } from '@/components/team/team-row';
import { PageFrame } from '@/components/ui/page-frame';
import type { Actor } from '@/lib/auth/actor';
import { pageActor } from '@/lib/auth/page-actor';
import { NEW_TEAM } from '@/lib/client/team-draft';
import { AppError } from '@/lib/errors/app-error';
import { getTeam } from '@/lib/teams/get-team';
import { teamChoice } from '../../team-choices';
import { definitionOf } from '../definition-of';

export const metadata: Metadata = { title: 'Team' };

async function load(actor: Actor, id: string) {
  try {
    return await getTeam(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await pageActor();
  if (id === 'new') {
    return (
      <PageFrame title="New team">
        <TeamEditor id={null} initial={NEW_TEAM} />
      </PageFrame>
    );
  }
  const team = await load(actor, id);
  if (team.builtIn) {
    return (
      <PageFrame title={team.name} text="A built-in team cannot be changed; a copy of it can.">
        <ul>
          <TeamRow
            team={{ ...teamChoice(team), description: team.description, needs: team.needs }}
            definition={definitionOf(team)}
          />
        </ul>
      </PageFrame>
    );
  }
  return (
    <PageFrame title="Edit team">
      <TeamEditor id={id} initial={definitionOf(team)} />
    </PageFrame>
  );
}
