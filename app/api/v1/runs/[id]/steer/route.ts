import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { steerRun } from '@/lib/features/runs/steer-run';
import { TAKEN } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const body = z.object({ slot: z.string().min(1).optional(), text: z.string() });

export const POST = route(
  {
    needs: 'run.control',
    about: 'Tells all slots, or one, something while they work; their next model request contains it.',
    answer: TAKEN,
    params: idParams,
    body,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => {
    await steerRun(actor, params.id, body);
    return accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
