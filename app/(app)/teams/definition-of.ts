import type { TeamDraft } from '@/lib/browser/team/team-draft';
import type { TeamView } from '@/lib/features/teams/team-view';

/** What the editor works on: the team as it was written, without what the server adds. */
export function definitionOf({ name, agents, coordination, limits }: TeamView): TeamDraft {
  return { name, agents, ...(coordination && { coordination }), ...(limits && { limits }) };
}
