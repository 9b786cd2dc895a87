import { type AgentDraft, type TeamDraft, withKey } from './team-draft';

/** Context sharing of a team as it is written; what is absent takes its default. */
export interface SharingDraft {
  enabled: true;
  include?: string[];
  maxTokensPerPeer?: number;
  maxTokensTotal?: number;
}

export const DEFAULT_INCLUDE = ['answers', 'tools', 'files', 'notes'];

/** `null` = the team does not share. */
export function sharingOf(team: TeamDraft): SharingDraft | null {
  const sharing = team.coordination?.contextSharing as Partial<SharingDraft> | undefined;
  return sharing?.enabled ? { ...sharing, enabled: true } : null;
}

/** Letters of the agents beside the one at `index`. */
export function peersOf(team: TeamDraft, index: number): string[] {
  return team.agents.flatMap(({ slot }, at) => (slot && at !== index ? [slot] : []));
}

/** The team with that sharing; `null` leaves no trace of it, also none with its agents. */
export function withSharing(team: TeamDraft, sharing: SharingDraft | null): TeamDraft {
  const coordination = withKey(team.coordination, 'contextSharing', sharing);
  return withKey<TeamDraft>(
    sharing
      ? team
      : { ...team, agents: team.agents.map((agent) => withKey<AgentDraft>(agent, 'contextSharing', null)) },
    'coordination',
    Object.keys(coordination).length > 0 ? coordination : null,
  );
}

/** The team sharing again as `before` did; agents that have come since share as the team does. */
export function withSharingAgain(team: TeamDraft, before: TeamDraft | null): TeamDraft {
  const shares = before && sharingOf(before) ? before : null;
  const agents = team.agents.map((agent) => {
    const own = shares?.agents.find(({ slot }) => slot === agent.slot)?.contextSharing;
    return own ? { ...agent, contextSharing: own } : agent;
  });
  return withSharing({ ...team, agents }, (shares && sharingOf(shares)) ?? { enabled: true });
}

/** The list with one value in or out, in the order of `all`; `undefined` when that is what goes without saying. */
export function withChoice(
  all: readonly string[],
  chosen: readonly string[],
  value: string,
  isChosen: boolean,
  silent: readonly string[],
): string[] | undefined {
  const next = all.filter((entry) => (entry === value ? isChosen : chosen.includes(entry)));
  return next.length === silent.length && next.every((entry) => silent.includes(entry)) ? undefined : next;
}
