import { controlRun } from '@/lib/features/runs/control-run';
import { TAKEN } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'run.control',
    about: 'Goes to the presentation with the answers that exist.',
    answer: TAKEN,
    params: idParams,
  },
  async ({ actor, params }) => {
    await controlRun(actor, params.id, { type: 'answerNow' });
    return accepted({ ok: true });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
