import { z } from 'zod';
import type { TeamDefinition } from '@/db/types/team-definition';

/** Body of a request for a run. The team is only looked at as far as needed here: `resolveTeam` checks it with paths. */
export const runInput = z.object({
  input: z.string(),
  team: z.union([
    z.string().min(1),
    z.record(z.string(), z.unknown()).transform((team) => team as unknown as TeamDefinition),
  ]),
  parentMessageId: z.uuid().nullish(),
});
