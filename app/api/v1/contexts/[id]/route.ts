import { getContext } from '@/lib/features/snapshots/get-context';
import { contextSchema } from '@/lib/features/snapshots/snapshot-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Gives what a snapshot of a slot’s context holds.',
    answer: json({ context: contextSchema }),
    params: idParams,
  },
  async ({ actor, params }) => ({
    context: await getContext(actor, params.id),
  }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
