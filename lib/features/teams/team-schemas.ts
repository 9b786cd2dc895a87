import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const backend = z.looseObject({ type: z.string(), model: z.string().optional() });

/** As `TeamView`: the definition as written, under its id. */
export const teamViewSchema = z.object({
  id: z.string().describe('A word for a built-in team.'),
  builtIn: z.boolean(),
  workspaceId: z.uuid().nullable(),
  version: z.int(),
  description: z.string().nullable(),
  needs: z.string().nullable(),
  createdAt: time.nullable(),
  updatedAt: time.nullable(),
  name: z.string(),
  agents: z.array(z.looseObject({ slot: z.string().optional(), backend })),
  coordination: z.record(z.string(), z.unknown()).optional(),
  limits: z.record(z.string(), z.unknown()).optional(),
});

/** Complete: every default filled in. */
export const completeTeamSchema = z.object({
  name: z.string(),
  agents: z.array(z.looseObject({ slot: z.string(), backend })),
  coordination: z.record(z.string(), z.unknown()),
  limits: z.record(z.string(), z.unknown()),
});

export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });

/** As `ImportedTeam`. */
export const importedTeam = {
  team: z.unknown().describe('Not saved; valid when `faults` is empty.'),
  format: z.enum(['massgen', 'massgen-web']),
  warnings: z.array(z.object({ key: z.string(), message: z.string() })),
  secrets: z.array(z.object({ key: z.string(), name: z.string(), in: z.string().nullable() })),
  faults: z.array(fieldErrorSchema),
  notes: z.array(z.string()),
};
