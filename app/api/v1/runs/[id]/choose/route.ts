import { z } from 'zod';
import { idParams } from '@/lib/http/id-params';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import type { AnswerId } from '@/lib/protocol/team';
import { controlRun } from '@/lib/runs/control-run';

const body = z.object({ answerId: z.string().min(1) });

/** Overrules the vote: this answer wins. */
export const POST = route({ params: idParams, body }, async ({ actor, params, body }) => {
  await controlRun(actor, params.id, { type: 'choose', answerId: body.answerId as AnswerId });
  return accepted({ ok: true });
});
