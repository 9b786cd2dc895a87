import { z } from 'zod';
import type { TeamDefinition } from '@/db/types/team-definition';
import { texts } from '@/lib/features/texts';
import { MAX_ATTACHMENTS } from '@/lib/protocol/attachment';

/** Body of a request for a run. The team is only looked at as far as needed here: `resolveTeam` checks it with paths. */
export const runInput = z.object({
  /** May be empty, and absent, when something is attached. */
  input: z.string().default(''),
  attachments: z.array(z.uuid()).max(MAX_ATTACHMENTS, texts.tooManyAttachments(MAX_ATTACHMENTS)).optional(),
  team: z.union([
    z.string().min(1),
    z.record(z.string(), z.unknown()).transform((team) => team as unknown as TeamDefinition),
  ]),
  /** Of this question alone, behind the team's own; `withChecks` says what is wrong with one. */
  checks: z.array(z.unknown()).optional().describe('As `coordination.checks` of a team, for this question alone.'),
  parentMessageId: z.uuid().nullish(),
  workspaceId: z.uuid().optional().describe('Of the new conversation; absent = the personal workspace.'),
});
