import 'server-only';
import type { SharedMessage } from '@/db/queries/shared/select-shared-messages';
import { AppError } from '@/lib/platform/errors/app-error';
import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import { listSharedFiles } from './list-shared-files';
import type { ViewedShare } from './open-share';
import { readSharedMessages } from './read-shared';
import { readSharedRun } from './read-shared-run';
import { texts } from './texts';

/** One run that a link shows. Throws `not_found` for any other. */
export async function getSharedRun(share: ViewedShare, runId: string): Promise<SharedRunView> {
  const { run, chosen } = await findSharedRun(share, runId);
  return { ...(await readSharedRun(share, run, chosen)), files: await listSharedFiles(share, run) };
}

interface FoundRun {
  run: NonNullable<SharedMessage['run']>;
  chosen: SharedMessage['chosen'];
  /** The message that it answers. */
  question: SharedMessage | undefined;
}

/** A run whose answer is part of what the link shows. Throws `not_found` for any other. */
export async function findSharedRun(share: ViewedShare, runId: string): Promise<FoundRun> {
  const messages = await readSharedMessages(share);
  const answer = messages.find(({ run }) => run?.id === runId);
  if (!answer?.run) throw new AppError('not_found', texts.noSuchRun);
  return { run: answer.run, chosen: answer.chosen, question: messages.find(({ id }) => id === answer.parentId) };
}
