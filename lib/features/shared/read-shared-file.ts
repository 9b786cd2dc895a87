import 'server-only';
import { getDb } from '@/db/client';
import { readAttachment } from '@/db/queries/run-log/read-attachment';
import type { OpenShare } from '@/db/queries/shared/find-open-share';
import { contentHeaders } from '@/lib/features/attachments/content-headers';
import { texts as general } from '@/lib/features/texts';
import { AppError } from '@/lib/platform/errors/app-error';
import { fileResponse } from '@/lib/platform/http/file-response';
import { can } from '@/lib/platform/permissions/can';
import { openInside } from '@/lib/work-folders/open-inside';
import { findListedFolder } from '@/lib/work-folders/work-folders';
import { findSharedRun } from './get-shared-run';
import { showsFiles } from './list-shared-files';
import { texts } from './texts';

const MAX_BYTES = 50_000_000;

interface FileOf {
  runId: string;
  path: string;
  /** Whose file; absent = `path` is the id or the name of what is attached to the question. */
  slot: string | undefined;
}

/** One file that a link shows, as a response that a browser runs nothing of. Throws `not_found`, also below the level of files, and `too_large`. */
export async function readSharedFile(share: OpenShare, file: FileOf): Promise<Response> {
  return file.slot === undefined ? attached(share, file) : worked(share, { ...file, slot: file.slot });
}

async function attached(share: OpenShare, { runId, path }: FileOf): Promise<Response> {
  const { question } = await findSharedRun(share, runId);
  const files = question?.parts.filter((part) => part.type === 'attachment') ?? [];
  const found = files.find(({ id }) => id === path) ?? files.find(({ name }) => name === path);
  const mayRead = can({ kind: 'share', level: share.level }, 'read', {
    kind: 'attachment',
    ownerId: null,
    isShown: true,
  });
  const bytes = found && mayRead ? await readAttachment(await getDb(), share.conversationId, found.id) : null;
  if (!found || !bytes) throw new AppError('not_found', texts.noSuchFile);
  const headers = { ...contentHeaders({ ...found, bytes: bytes.length }), 'cache-control': 'no-store' };
  return new Response(new Uint8Array(bytes), { headers });
}

async function worked(share: OpenShare, { runId, path, slot }: FileOf & { slot: string }): Promise<Response> {
  const { run } = await findSharedRun(share, runId);
  const place = { conversationId: share.conversationId, runId, slot };
  const folder = showsFiles(share, run) ? await findListedFolder(place) : null;
  const file = folder && (await openInside(folder.files, path));
  if (!file) throw new AppError('not_found', texts.noSuchFile);
  try {
    if ((await file.stat()).size > MAX_BYTES) throw new AppError('too_large', general.runFileTooLarge(MAX_BYTES / 1e6));
    return fileResponse({ name: path.split('/').at(-1) ?? path, bytes: await file.readFile() });
  } finally {
    await file.close();
  }
}
