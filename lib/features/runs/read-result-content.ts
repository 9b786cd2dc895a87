import 'server-only';
import { getDb } from '@/db/client';
import { readBlobs } from '@/db/queries/blobs/read-blobs';
import type { Db } from '@/db/types/database';
import { sniffType } from '@/lib/attachments/sniff-type';
import { eventsNaming } from '@/lib/features/snapshots/events-naming';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { fileResponse } from '@/lib/platform/http/file-response';
import { findRunOrThrow } from './find-run-or-throw';

/**
 * What a tool has given besides text, with headers under which a browser runs nothing of it: pictures, by what their bytes are and not by what
 * their server says, are shown, all else is saved. Throws `not_found` for a run that the actor may not see, and for what no result of it names.
 */
export async function readResultContent(actor: Actor, runId: string, hash: string): Promise<Response> {
  await findRunOrThrow(actor, runId, 'read');
  const db = await getDb();
  const bytes = (await isNamed(db, runId, hash)) ? await readBlob(db, hash) : undefined;
  if (!bytes) throw new AppError('not_found', texts.noSuchResult);
  const type = sniffType(bytes, '');
  const response = fileResponse({ name: hash.slice(0, 8), bytes });
  if (type?.kind === 'image') {
    response.headers.set('content-type', type.mediaType);
    response.headers.set('content-disposition', 'inline');
    // It never changes under its hash, but who may see it does.
    response.headers.set('cache-control', 'private, max-age=300');
  }
  return response;
}

async function isNamed(db: Db, runId: string, hash: string): Promise<boolean> {
  for await (const event of eventsNaming(db, runId, hash))
    if (event.type === 'tool.finished' && event.content?.some((content) => content.hash === hash)) return true;
  return false;
}

async function readBlob(db: Db, hash: string): Promise<Buffer | undefined> {
  return (await readBlobs(db, new Map([[hash, Number.POSITIVE_INFINITY]]))).get(hash);
}
