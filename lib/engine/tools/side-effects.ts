import type { Coordination, Team } from '@/lib/protocol/team';
import type { OfferedTool } from '../tool-source';

const WHAT_TO_PLAN = 'say in your answer exactly what is to be called, with which arguments.';

/** What an agent is told that has called such a tool too early. */
export const PLANNED = `In this team, tools that change things are used in the final presentation only. Plan the call: ${WHAT_TO_PLAN}`;

const IN_ADVANCE = `In this team this tool, which may change things, runs in the final presentation only. Before that, plan the call: ${WHAT_TO_PLAN}`;

/** When tools that change things, or may, run. */
export function sideEffectsOf(team: Team | null): NonNullable<Coordination['sideEffects']> {
  return team?.coordination.sideEffects ?? 'final';
}

/** The tool as the agents of a team are offered it: where it waits for the presentation, its description says so. */
export function toldInAdvance(tool: OfferedTool, team: Team | null): OfferedTool {
  const waits = tool.effects !== 'reads' && sideEffectsOf(team) === 'final' && (team?.agents.length ?? 0) > 1;
  if (!waits) return tool;
  const { definition } = tool;
  return { ...tool, definition: { ...definition, description: `${definition.description}\n\n${IN_ADVANCE}` } };
}
