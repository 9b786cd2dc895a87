import { promptChanges, promptSchema } from '@/lib/features/prompts/prompt-schema';
import { changePrompt, deletePrompt, getPrompt } from '@/lib/features/prompts/save-prompt';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives a saved prompt.', answer: json({ prompt: promptSchema }), params: idParams },
  async ({ actor, params }) => ({ prompt: await getPrompt(actor, params.id) }),
);

export const PATCH = route(
  {
    about: 'Changes a saved prompt.',
    answer: json({ prompt: promptSchema }),
    params: idParams,
    body: promptChanges,
    access: ({ actor, params }) => getPrompt(actor, params.id),
  },
  async ({ actor, params, body }) => ({ prompt: await changePrompt(actor, params.id, body) }),
);

export const DELETE = route(
  { about: 'Deletes a saved prompt.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deletePrompt(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
