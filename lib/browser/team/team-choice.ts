import { texts } from './texts';

/** A team as the picker shows it. */
export interface TeamChoice {
  id: string;
  name: string;
  builtIn: boolean;
  /** `ownAddress` = it asks another address than its backend’s usual one. */
  agents: { slot: string; name: string; backend: string; model: string; ownAddress: boolean }[];
  /** It decides by evidence, among several: answers can be checked. */
  canCheck: boolean;
  /** Of a team that is not saved: the team itself, to be sent as it is. */
  definition?: object;
}

/** Id of the choice "the team that answered last here", when that one is not saved. */
export const TEAM_OF_CONVERSATION = 'of-this-conversation';

/** Id of a team that was made for one question and is not saved. */
export const TEAM_FOR_QUESTION = 'for-this-question';

/** The last used team, remembered so that the server renders it. */
export const TEAM_COOKIE = 'team';

/** The remembered team if it still exists, else the first. */
export function rememberedTeam(teams: TeamChoice[], id: string | undefined): string {
  return teams.find((team) => team.id === id)?.id ?? teams[0]?.id ?? '';
}

/** `3 agents · simulation` or `3 agents · claude-sonnet-5, gpt-5`. */
export function teamNote(team: TeamChoice): string {
  const models = new Set(
    team.agents.map((agent) => (agent.backend === 'demo' ? texts.simulationShort : agent.model || agent.backend)),
  );
  const count = texts.agents(team.agents.length);
  const here = team.id === TEAM_OF_CONVERSATION ? [texts.answeredLast] : [];
  return [count, [...models].join(', '), ...here].join(' · ');
}
