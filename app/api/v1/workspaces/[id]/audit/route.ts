import { auditCsv } from '@/lib/features/audit/audit-csv';
import { auditLineSchema, auditQuery } from '@/lib/features/audit/audit-schema';
import { allAudit, listAudit } from '@/lib/features/audit/list-audit';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { download } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists what was done in a workspace, newest first, by what, whom and when; all of that also as CSV.',
    answer: { ...list(auditLineSchema), media: ['text/csv'] },
    params: idParams,
    query: auditQuery,
    needs: 'audit.read',
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, query }) => {
    if (query.format === 'json') return listAudit(actor, params.id, query);
    return download({
      text: auditCsv(await allAudit(actor, params.id, query)),
      fileName: 'audit.csv',
      mediaType: 'text/csv',
    });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
