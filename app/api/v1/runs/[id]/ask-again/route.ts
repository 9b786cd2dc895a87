import { z } from 'zod';
import { controlRun } from '@/lib/features/runs/control-run';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { TAKEN } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const body = z.object({ slot: z.string().min(1) });

export const POST = route(
  {
    needs: 'run.control',
    about: 'Asks an agent again that has dropped out after errors, for example once its key is right.',
    answer: TAKEN,
    params: idParams,
    body,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => {
    await controlRun(actor, params.id, { type: 'askAgain', slot: body.slot });
    return accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
