import { getPolicy } from '@/lib/features/workspaces/get-policy';
import { policySchema } from '@/lib/features/workspaces/policy-schema';
import { setPolicy } from '@/lib/features/workspaces/set-policy';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives the policy of a workspace.', answer: json({ policy: policySchema }), params: idParams },
  async ({ actor, params }) => ({ policy: await getPolicy(actor, params.id) }),
);

export const PUT = route(
  {
    about: 'Lays down the whole policy of a workspace.',
    answer: json({ policy: policySchema }),
    params: idParams,
    body: policySchema,
    access: ({ actor, params }) => getPolicy(actor, params.id),
  },
  async ({ actor, params, body }) => ({ policy: await setPolicy(actor, params.id, body) }),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
