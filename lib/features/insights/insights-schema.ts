import 'server-only';
import { z } from 'zod';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

/** `from` and `to` are days in UTC, both included; the last 30 days when absent. */
const span = { from: z.iso.date().optional(), to: z.iso.date().optional() };

export const workspaceUsageQuery = z.object({
  by: z.enum(['day', 'person', 'team', 'model']).default('day'),
  ...span,
  format: z.enum(['json', 'csv']).default('json'),
});
export const insightsQuery = z.object(span);

/** As `WorkspaceUsageRow`. */
export const workspaceUsageSchema = z.object({
  key: z.string().nullable().describe('The day, the id of the person, the name of the team or the model.'),
  name: z.string().nullable().describe('Of the person; of a model, its backend.'),
  runs: z.int(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  unpricedTokens: z.number(),
  costUsd: z.number().nullable(),
});

/** As `Insights`. */
export const insightsSchema = z.object({
  agents: z.array(z.object({ backend: z.string(), model: z.string(), runs: z.int(), wins: z.int() })),
  teams: z.array(
    z.object({
      team: z.string(),
      runs: z.int(),
      failed: z.int(),
      disagreements: z.int(),
      meanCostUsd: z.number().nullable(),
    }),
  ),
  failures: z.array(z.object({ code: z.string(), runs: z.int() })),
  suggestions: z.array(z.string()),
});

/** The moments between which something lies; `to` is not included. */
export function spanOf({ from, to }: z.infer<typeof insightsQuery>): { from: Date; to: Date } {
  const end = to ? Date.parse(to) + DAY_MS : (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
  return { from: new Date(from ? Date.parse(from) : end - DEFAULT_DAYS * DAY_MS), to: new Date(end) };
}
