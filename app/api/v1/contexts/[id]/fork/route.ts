import { conversationWithMessagesSchema } from '@/lib/features/conversations/conversation-schema';
import { runSchema } from '@/lib/features/runs/run-schema';
import { findForkPointOrThrow } from '@/lib/features/snapshots/find-fork-point-or-throw';
import { forkContext } from '@/lib/features/snapshots/fork-context';
import { forkInput } from '@/lib/features/snapshots/fork-input';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'context.fork',
    about: 'Makes a branch of the conversation that continues from a snapshot; with `input` a run begins behind it.',
    answer: json({ conversation: conversationWithMessagesSchema, run: runSchema.optional() }, 201),
    params: idParams,
    body: forkInput,
    access: ({ actor, params }) => findForkPointOrThrow(actor, params.id),
  },
  async ({ actor, params, body }) => created(await forkContext(actor, params.id, body)),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
