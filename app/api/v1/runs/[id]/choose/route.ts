import { z } from 'zod';
import { chooseAnswer } from '@/lib/features/runs/choose-answer';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { TAKEN } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted, ok } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';
import type { AnswerId } from '@/lib/protocol/team';

const body = z.object({ answerId: z.string().min(1) });

export const POST = route(
  {
    needs: 'run.control',
    about:
      'Overrules the team: this answer wins. After the end it is stored with the message, and `chosen` is answered with 200.',
    answer: TAKEN,
    params: idParams,
    body,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => {
    const chosen = await chooseAnswer(actor, params.id, body.answerId as AnswerId);
    return chosen ? ok({ ok: true, chosen }) : accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
