import type { TeamDefinition } from '@/db/types/team-definition';

/** A built-in team. */
export interface Preset {
  /** Stands where a saved team's id would. */
  id: string;
  definition: TeamDefinition;
  description: string;
  /** What must be set up first; `null` = ready to use. */
  needs: string | null;
}
