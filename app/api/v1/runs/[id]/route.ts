import { getRun } from '@/lib/features/runs/get-run';
import { runSchema } from '@/lib/features/runs/run-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives a run as its log tells it.', answer: json({ run: runSchema }), params: idParams },
  async ({ actor, params }) => ({ run: await getRun(actor, params.id) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
