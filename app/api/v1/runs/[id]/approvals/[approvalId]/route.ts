import { z } from 'zod';
import { approvalInput, readApprovalInput } from '@/lib/features/runs/approval-input';
import { decideApproval } from '@/lib/features/runs/decide-approval';
import { requireDecider } from '@/lib/features/runs/require-decider';
import { TAKEN } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), approvalId: z.uuid() });

export const POST = route(
  {
    needs: 'approval.decide',
    about:
      'Allows or denies a tool call that waits for that; `run` = also later calls of that tool by that slot, `always` = also those of later runs of who decides. What a server asks while its tool runs is answered with `content` (also `accept`, `decline`, `cancel`).',
    answer: TAKEN,
    params,
    body: approvalInput,
    access: ({ actor, params }) => requireDecider(actor, params.id, params.approvalId),
  },
  async ({ actor, params, body }) => {
    await decideApproval(actor, params.id, { approvalId: params.approvalId, ...readApprovalInput(body) });
    return accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
