import 'server-only';
import type { z } from 'zod';
import { getDb } from '@/db/client';
import type { ForkPoint } from '@/db/queries/contexts/find-fork-point';
import { insertContinuation } from '@/db/queries/contexts/insert-continuation';
import { removeContinuation } from '@/db/queries/contexts/remove-continuation';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { type ConversationWithMessages, getConversation } from '@/lib/features/conversations/get-conversation';
import { createRun } from '@/lib/features/runs/create-run';
import type { RunSummary } from '@/lib/features/runs/run-summary';
import { resolveTeam } from '@/lib/features/teams/resolve-team';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { continuationParts } from './continuation-parts';
import { findForkPointOrThrow } from './find-fork-point-or-throw';
import type { forkInput } from './fork-input';

interface Fork {
  conversation: ConversationWithMessages;
  run?: RunSummary;
}

/**
 * Makes a branch beside the answer of the snapshot's run and shows it; what is there stays as it is. With `input` a run begins behind it,
 * and if that is refused, nothing is made. Throws `context_damaged`, and as `createRun`.
 */
export async function forkContext(
  actor: Actor,
  contextId: string,
  { input, team }: z.infer<typeof forkInput>,
): Promise<Fork> {
  const point = await findForkPointOrThrow(actor, contextId);
  if (team !== undefined) await resolveTeam(actor, team);
  // Nobody is to continue from what cannot be read.
  const context = await createContextStore(await getDb()).load(contextId);
  const continuation = await insertContinuation(actor, {
    conversationId: point.conversationId,
    parentId: point.messageId,
    parts: continuationParts(context),
    isShown: input === undefined,
  });
  if (continuation === null) throw new AppError('not_found', texts.noSuchContext);
  const run = input === undefined ? null : await ask(actor, point, continuation, input, team ?? point.team);
  return { conversation: await getConversation(actor, point.conversationId), ...(run && { run }) };
}

/** The run shows its branch; until then nobody sees the continuation, so that it can be taken back. */
async function ask(
  actor: Actor,
  { conversationId }: ForkPoint,
  parentMessageId: string,
  input: string,
  team: NonNullable<z.infer<typeof forkInput>['team']>,
): Promise<RunSummary> {
  try {
    return await createRun(actor, { conversationId, parentMessageId, input, team });
  } catch (error) {
    await removeContinuation(actor, parentMessageId);
    throw error;
  }
}
