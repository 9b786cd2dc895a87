import { z } from 'zod';
import { turnQuery } from '@/lib/features/conversations/conversation-input';
import { turnSchema } from '@/lib/features/conversations/conversation-schema';
import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import { readBranch } from '@/lib/features/conversations/read-branch';
import { readTurns } from '@/lib/features/conversations/read-turns';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Gives turns of the branch that is shown, oldest first: the newest, or those before a message.',
    answer: json({ turns: z.array(turnSchema), earlier: z.boolean(), onward: z.uuid().nullable() }),
    params: idParams,
    query: turnQuery,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) => readTurns(actor, await readBranch(actor, params.id), query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
