import 'server-only';
import { z } from 'zod';
import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import { backendTypes } from '@/lib/agents/registry';
import { texts } from './texts';

const calls = z.int().min(1).max(1_000_000).optional();
const dollars = z.number().min(0).max(1_000_000).nullable();
const backend = z.string().refine((type) => backendTypes().includes(type), {
  error: ({ input }) => texts.noSuchBackend(String(input)),
});

const models = z.record(
  backend,
  z
    .array(
      z
        .string()
        .trim()
        .min(1, texts.noModel)
        .max(200)
        .regex(/^[^*]*\*?$/, { error: ({ input }) => texts.starAtEnd(String(input)) }),
    )
    .min(1, texts.noModel)
    .max(100),
);

/** As `WorkspacePolicy`. The whole of it is given each time. */
export const policySchema = z.strictObject({
  quotas: z
    .strictObject({ callsPerMinute: calls, callsPerDay: calls })
    .describe('Of calls to MCP tools, of all members together.'),
  backends: z.array(backend).min(1).max(50).nullable().describe('Types that teams may use here; null = all.'),
  allowedModels: models
    .optional()
    .describe(
      'By backend type the ids of models that teams may use here, `*` at the end = any ending; a type that is not named = all.',
    ),
  mcp: z.strictObject({ servers: z.enum(['any', 'catalogue', 'none']), tools: z.enum(['allow', 'ask']) }),
  sharing: z.enum(['anyone', 'signedIn', 'workspace', 'none']).describe('The widest audience that a share may have.'),
  memberCostUsdPerMonth: dollars.describe('What the runs of one member may cost in a month (UTC); null = no cap.'),
  workspaceCostUsdPerMonth: dollars.describe('The same of all members together.'),
  retentionDays: z
    .int()
    .min(1)
    .max(36_500)
    .nullable()
    .describe('Conversations that nobody has used for as many days are deleted; null = never.'),
  titles: z
    .enum(['model', 'rule'])
    .optional()
    .describe(
      '`rule` = no model gives conversations their titles and summaries; absent or `model` = each person decides.',
    ),
}) satisfies z.ZodType<WorkspacePolicy>;
