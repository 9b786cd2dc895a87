import { stringify } from 'yaml';
import type { TeamDefinition } from '@/db/types/team-definition';

/** A team as a text that is read again as the same team. */
export function writeTeam(team: TeamDefinition, format: 'yaml' | 'json'): string {
  const { name, agents, coordination, limits } = team;
  const definition = { name, agents, ...(coordination && { coordination }), ...(limits && { limits }) };
  if (format === 'json') return `${JSON.stringify(definition, null, 2)}\n`;
  // Long lines stay as they are: a folded system message is hard to read and to compare. No anchors for equal parts either.
  return stringify(definition, { lineWidth: 0, aliasDuplicateObjects: false });
}
