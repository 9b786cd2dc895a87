'use client';
import { teamProblems } from '@/lib/browser/team/backend-health';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { isUnusable } from '@/lib/browser/team/usable-first';
import { useBackends } from '@/lib/browser/team/use-backends';
import { TeamRow } from './team-row';
import { texts } from './texts';

export interface ListedTeam {
  team: TeamChoice & { description: string | null; needs: string | null };
  definition: TeamDraft;
  /** The name of its workspace; null = that needs no saying. */
  place: string | null;
}

/** All teams; those that cannot answer as they are stand last, with the reason. `chosen` = the id of the one that answers next. */
export function TeamList({ teams, chosen }: { teams: ListedTeam[]; chosen: string }) {
  const backends = useBackends();
  const out = teams.filter(({ team }) => backends !== null && isUnusable(team, backends));
  const usable = teams.filter((entry) => !out.includes(entry));
  const row = ({ team, definition, place }: ListedTeam) => (
    <TeamRow
      key={team.id}
      team={team}
      definition={definition}
      place={place}
      isChosen={team.id === chosen}
      problems={backends && teamProblems(team, backends)}
      isOut={backends !== null && isUnusable(team, backends)}
    />
  );
  return (
    <>
      <ul aria-label={texts.teams}>{usable.map(row)}</ul>
      {out.length > 0 && (
        <section aria-labelledby="teams-out">
          <h2 id="teams-out" className="mt-8 font-semibold text-base">
            {texts.cannotAnswer}
          </h2>
          <ul>{out.map(row)}</ul>
        </section>
      )}
    </>
  );
}
