import { z } from 'zod';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { controlRun } from '@/lib/runs/control-run';

const params = z.object({ id: z.uuid(), approvalId: z.uuid() });
const body = z.object({
  decision: z.enum(['allow', 'deny']),
  scope: z.enum(['once', 'run']).default('once'),
  arguments: z.record(z.string(), z.unknown()).optional(),
});

/** A person allows or denies a tool call that waits for that; `run` = also every later call of that tool by that slot. */
export const POST = route({ params, body }, async ({ actor, params, body }) => {
  await controlRun(actor, params.id, { type: 'decideApproval', approvalId: params.approvalId, ...body });
  return accepted({ ok: true });
});
