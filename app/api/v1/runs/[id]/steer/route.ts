import { z } from 'zod';
import { idParams } from '@/lib/http/id-params';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { steerRun } from '@/lib/runs/steer-run';

const body = z.object({ slot: z.string().min(1).optional(), text: z.string() });

/** Tells all slots, or one, something while they work; their next model request contains it. */
export const POST = route({ params: idParams, body }, async ({ actor, params, body }) => {
  await steerRun(actor, params.id, body);
  return accepted({ ok: true });
});
