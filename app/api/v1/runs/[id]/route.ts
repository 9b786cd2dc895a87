import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { getRun } from '@/lib/features/runs/get-run';
import { rewriteQuestion } from '@/lib/features/runs/rewrite-question';
import { runSchema } from '@/lib/features/runs/run-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives a run as its log tells it.', answer: json({ run: runSchema }), params: idParams },
  async ({ actor, params }) => ({ run: await getRun(actor, params.id) }),
);

export const PATCH = route(
  {
    needs: 'run.control',
    about: 'Words the question of a queued run anew; 409 when it has begun.',
    answer: json({ run: runSchema }),
    params: idParams,
    body: z.strictObject({ input: z.string() }),
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => {
    await rewriteQuestion(actor, params.id, body.input);
    return { run: await getRun(actor, params.id) };
  },
);

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
