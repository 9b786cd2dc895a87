import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TeamEditor } from '@/components/team/team-editor';
import { TeamRow } from '@/components/team/team-row';
import { PageFrame } from '@/components/ui/page-frame';
import { NEW_TEAM } from '@/lib/browser/team/team-draft';
import { teamOfModels } from '@/lib/browser/team/team-of-backend';
import { getTeam } from '@/lib/features/teams/get-team';
import type { Actor } from '@/lib/platform/auth/actor';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { currentWorkspace } from '../../current-workspace';
import { placeNames } from '../../place-of';
import { teamChoice } from '../../team-choices';
import { texts } from '../../texts';
import { definitionOf } from '../definition-of';
import { knownOfModels } from '../known-of-models';

export const metadata: Metadata = { title: texts.team };

async function load(actor: Actor, id: string) {
  try {
    return await getTeam(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

interface PageProps {
  params: Promise<{ id: string }>;
  /** Of a new team: its name and what its agents run on. */
  searchParams: Promise<{ name?: string; backend?: string; model?: string | string[] }>;
}

export default async function TeamPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const actor = await pageActor();
  const [known, placeOf] = await Promise.all([knownOfModels(actor), placeNames()]);
  if (id === 'new') {
    const { name = NEW_TEAM.name, backend, model = [] } = await searchParams;
    const initial = backend ? teamOfModels(name, backend, [model].flat()) : NEW_TEAM;
    return (
      <PageFrame title={texts.newTeam}>
        <TeamEditor
          known={known}
          id={null}
          draftKey={`${actor.userId}:team:new${backend ? `:${backend}` : ''}`}
          initial={initial}
          workspaces={(await currentWorkspace()).workspaces
            .filter(({ personal, role }) => !personal && role !== 'viewer')
            .map(({ id, name }) => ({ id, name }))}
        />
      </PageFrame>
    );
  }
  const team = await load(actor, id);
  if (team.builtIn) {
    return (
      <PageFrame title={team.name} text={texts.builtInText}>
        <ul>
          <TeamRow
            team={{ ...teamChoice(team), description: team.description, needs: team.needs }}
            definition={definitionOf(team)}
          />
        </ul>
      </PageFrame>
    );
  }
  const place = placeOf(team.workspaceId);
  return (
    <PageFrame title={texts.editTeam} text={place === null ? undefined : texts.livesIn(place)}>
      <TeamEditor
        known={known}
        id={id}
        draftKey={`${actor.userId}:team:${id}`}
        initial={definitionOf(team)}
        version={team.version}
      />
    </PageFrame>
  );
}
