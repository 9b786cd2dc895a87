import { getInsights } from '@/lib/features/insights/get-workspace-usage';
import { insightsQuery, insightsSchema } from '@/lib/features/insights/insights-schema';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Says which agents win, where they disagree, what teams cost and where runs fail, with suggestions.',
    answer: json({ insights: insightsSchema }),
    params: idParams,
    query: insightsQuery,
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, query }) => ({ insights: await getInsights(actor, params.id, query) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
