import { z } from 'zod';
import { decideApproval } from '@/lib/features/runs/decide-approval';
import { requireDecider } from '@/lib/features/runs/require-decider';
import { TAKEN } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), approvalId: z.uuid() });
const body = z.object({
  decision: z.enum(['allow', 'deny']),
  scope: z.enum(['once', 'run', 'always']).default('once'),
  arguments: z.record(z.string(), z.unknown()).optional(),
});

export const POST = route(
  {
    needs: 'approval.decide',
    about:
      'Allows or denies a tool call that waits for that; `run` = also later calls of that tool by that slot, `always` = also those of later runs of who decides.',
    answer: TAKEN,
    params,
    body,
    access: ({ actor, params }) => requireDecider(actor, params.id, params.approvalId),
  },
  async ({ actor, params, body }) => {
    await decideApproval(actor, params.id, { approvalId: params.approvalId, ...body });
    return accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
