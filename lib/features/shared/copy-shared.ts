import 'server-only';
import { type ConversationCopy, insertCopy } from '@/db/queries/conversations/insert-copy';
import type { OpenShare } from '@/db/queries/shared/find-open-share';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { texts as general } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { SharedPart } from '@/lib/protocol/projection/shown-message';
import { readShared } from './read-shared';

/** An answer without a run says where it is from. */
const COPIED: ConversationCopy['messages'][number]['parts'][number] = { type: 'source', from: 'massgen', model: null };

/** A conversation of one's own that goes on from what the link shows: its questions and answers, and what is attached where that is shown. */
export async function copyShared(actor: Actor, share: OpenShare): Promise<ConversationRecord> {
  const { share: shown, messages } = await readShared(share);
  const written = messages.map(({ role, parts }) => ({
    role,
    parts: [...parts.flatMap(copied), ...(role === 'assistant' && parts.length > 0 ? [COPIED] : [])],
  }));
  // What is still being answered is not copied; nor is its question, so that it can be asked.
  const end = written.findLastIndex(({ role, parts }) => role === 'assistant' && parts.length > 0);
  const made = await insertCopy(actor, {
    workspaceId: await findPersonalWorkspace(actor),
    title: shown.title,
    messages: written.slice(0, end + 1),
  });
  if (!made) throw new AppError('forbidden', general.cannotWriteHere);
  return made;
}

function copied(part: SharedPart): ConversationCopy['messages'][number]['parts'] {
  if (part.type === 'text') return [part];
  // Without its id its content is not shown.
  return part.id === undefined ? [] : [{ ...part, id: part.id }];
}
