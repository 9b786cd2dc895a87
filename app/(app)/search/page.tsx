import type { Metadata } from 'next';
import { SearchPage } from '@/components/search/search-page';
import { listLabels } from '@/lib/features/conversations/list-labels';
import { listTeams } from '@/lib/features/teams/list-teams';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { currentWorkspace } from '../current-workspace';
import { placeNames } from '../place-of';
import { texts } from '../texts';

export const metadata: Metadata = { title: texts.search };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Search({ searchParams }: PageProps) {
  const actor = await pageActor();
  const [given, labels, teams, { workspaces }, placeOf] = await Promise.all([
    searchParams,
    listLabels(actor),
    listTeams(actor, { limit: 200 }),
    currentWorkspace(),
    placeNames(),
  ]);
  const places = workspaces.flatMap(({ id }): [string, string][] => {
    const name = placeOf(id);
    return name === null ? [] : [[id, name]];
  });
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const names = new Set(teams.items.map(({ name }) => name));
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-read flex-1 flex-col overflow-y-auto px-4 pt-8 pb-4">
      <h1 className="mb-4 font-semibold text-xl tracking-tight">{texts.search}</h1>
      <SearchPage
        initial={{ q: text('q'), label: text('label'), team: text('team'), from: text('from'), to: text('to') }}
        labels={labels}
        teams={[...names]}
        places={Object.fromEntries(places)}
      />
    </div>
  );
}
