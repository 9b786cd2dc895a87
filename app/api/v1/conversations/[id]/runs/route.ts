import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import { createRun } from '@/lib/features/runs/create-run';
import { runInput } from '@/lib/features/runs/run-input';
import { runSchema } from '@/lib/features/runs/run-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'run.start',
    about: 'Asks a team in a conversation.',
    answer: json({ run: runSchema }, 202),
    params: idParams,
    body: runInput,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, body }) => accepted({ run: await createRun(actor, { ...body, conversationId: params.id }) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
