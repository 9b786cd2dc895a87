import 'server-only';
import type { z } from 'zod';
import { selectRunOutcomes } from '@/db/queries/usage/select-run-outcomes';
import { selectWorkspaceUsage, type WorkspaceUsageRow } from '@/db/queries/usage/select-workspace-usage';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { csvOf } from '@/lib/features/csv';
import { refuseWorkspace } from '@/lib/features/workspaces/refuse-workspace';
import type { Actor } from '@/lib/platform/auth/actor';
import { can } from '@/lib/platform/permissions/can';
import { type Insights, insightsOf } from './insights-of';
import { type insightsQuery, spanOf, type workspaceUsageQuery } from './insights-schema';

const MOST_RUNS = 5000;

/** What the runs of a workspace have used. Throws `forbidden` to members who do not manage it, `not_found` to others. */
export async function getWorkspaceUsage(
  actor: Actor,
  workspaceId: string,
  { by, ...span }: z.infer<typeof workspaceUsageQuery>,
): Promise<WorkspaceUsageRow[]> {
  await requireReader(actor, workspaceId);
  return selectWorkspaceUsage(actor, workspaceId, { by, ...spanOf(span) });
}

/** What the newest runs of a workspace say of its agents and teams. Throws as `getWorkspaceUsage`. */
export async function getInsights(
  actor: Actor,
  workspaceId: string,
  span: z.infer<typeof insightsQuery>,
): Promise<Insights> {
  await requireReader(actor, workspaceId);
  return insightsOf(await selectRunOutcomes(actor, workspaceId, { ...spanOf(span), limit: MOST_RUNS }));
}

/** The rows as a spreadsheet. */
export function usageCsv(by: string, rows: WorkspaceUsageRow[]): string {
  return csvOf(
    [by, 'name', 'runs', 'inputTokens', 'outputTokens', 'unpricedTokens', 'costUsd'],
    rows.map(({ key, name, runs, inputTokens, outputTokens, unpricedTokens, costUsd }) => [
      ...[key, name, runs, inputTokens, outputTokens, unpricedTokens, costUsd],
    ]),
  );
}

async function requireReader(actor: Actor, workspaceId: string): Promise<void> {
  const place = await findWorkspace(actor, workspaceId);
  const user = { kind: 'user' as const, userId: actor.userId, role: place?.role ?? null };
  if (!can(user, 'read', { kind: 'insights', ownerId: null, isShown: true })) await refuseWorkspace(actor, workspaceId);
}
