import type { Team } from '../../team';
import { decidesByEvidence } from '../decides-by-evidence';
import type { Check } from './check';

/** The checks of a team that decides by evidence; elsewhere they mean nothing. */
export function checksOf(team: Team | null): Check[] {
  return (decidesByEvidence(team) && team?.coordination.checks) || [];
}
