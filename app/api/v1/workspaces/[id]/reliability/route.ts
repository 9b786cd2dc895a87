import { z } from 'zod';
import { changeLearning } from '@/lib/features/reliability/change-learning';
import { getReliability } from '@/lib/features/reliability/get-reliability';
import { modelReliabilitySchema } from '@/lib/features/reliability/reliability-schema';
import { resetReliability } from '@/lib/features/reliability/reset-reliability';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const reliability = z.object({ isOn: z.boolean(), items: z.array(modelReliabilitySchema) });

export const GET = route(
  {
    about: 'Says how often the models of a workspace were right, by kind of task.',
    answer: json({ reliability }),
    params: idParams,
  },
  async ({ actor, params }) => ({ reliability: await getReliability(actor, params.id) }),
);

export const PATCH = route(
  {
    about: 'Switches learning on or off; what is known stays.',
    answer: json({ reliability }),
    params: idParams,
    body: z.strictObject({ isOn: z.boolean() }),
    access: ({ actor, params }) => getReliability(actor, params.id),
  },
  async ({ actor, params, body }) => {
    await changeLearning(actor, params.id, body.isOn);
    return { reliability: await getReliability(actor, params.id) };
  },
);

export const DELETE = route(
  { about: 'Forgets everything that was learned in a workspace.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await resetReliability(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
