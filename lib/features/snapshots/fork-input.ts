import { z } from 'zod';
import type { TeamDefinition } from '@/db/types/team-definition';

/** Body of a request for a branch. The team is only looked at as far as needed here: `resolveTeam` checks it with paths. */
export const forkInput = z.strictObject({
  /** Absent = nothing is asked yet. */
  input: z.string().optional(),
  /** Absent = the team of the snapshot's run. */
  team: z
    .union([
      z.string().min(1),
      z.record(z.string(), z.unknown()).transform((team) => team as unknown as TeamDefinition),
    ])
    .optional(),
});
