import type { Team } from '../team';

/** True when the winner is found by evidence (docs/decisions.md); one agent alone has nothing to decide. */
export function decidesByEvidence(team: Team | null): boolean {
  return team?.coordination.decision === 'evidence' && team.agents.length > 1;
}
