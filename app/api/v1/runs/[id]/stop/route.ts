import { z } from 'zod';
import { idParams } from '@/lib/http/id-params';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { controlRun } from '@/lib/runs/control-run';

const body = z.object({ slot: z.string().min(1).optional() });

/** Stops the run, or one slot of it; every answer made so far stays. */
export const POST = route({ params: idParams, body }, async ({ actor, params, body }) => {
  await controlRun(actor, params.id, { type: 'stop', slot: body.slot });
  return accepted({ ok: true });
});
