import { getWorkspaceUsage, usageCsv } from '@/lib/features/insights/get-workspace-usage';
import { workspaceUsageQuery, workspaceUsageSchema } from '@/lib/features/insights/insights-schema';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { download } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Sums up what the runs of a workspace have used by day, person, team or model; also as CSV.',
    answer: { ...list(workspaceUsageSchema), media: ['text/csv'] },
    params: idParams,
    query: workspaceUsageQuery,
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, query }) => {
    const items = await getWorkspaceUsage(actor, params.id, query);
    if (query.format === 'json') return { items, nextCursor: null };
    return download({ text: usageCsv(query.by, items), fileName: 'usage.csv', mediaType: 'text/csv' });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
