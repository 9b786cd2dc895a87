import 'server-only';
import { getDb } from '@/db/client';
import { refreshKnownBlobs } from '@/db/queries/blobs/refresh-known-blobs';
import { storeBlobs } from '@/db/queries/blobs/store-blobs';
import { type ImportEnd, insertConversationFile } from '@/db/queries/conversation-files/insert-conversation-file';
import { sha256 } from '@/lib/context-sharing/store/sha256';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { ConversationFile } from './conversation-file';
import { importedRows } from './imported-rows';
import { texts } from './texts';

interface Place {
  workspaceId: string;
  /** What the file's conversation is known by, for example the hash of the file; its ids follow from it. */
  identity: string;
}

/** Takes a checked file in as a conversation of the actor's own. Throws `invalid` for one that names content which is not in it. */
export async function saveConversationFile(
  actor: Actor,
  file: ConversationFile,
  { workspaceId, identity }: Place,
): Promise<{ end: Exclude<ImportEnd, 'forbidden'>; id: string }> {
  const db = await getDb();
  const blobs = contentsOf(file);
  const { rows, manifests, named } = importedRows(file, `${actor.userId}/${workspaceId}/${identity}`);
  const missing = [...named].filter((hash) => !blobs.has(hash));
  // Who names content without having it must not get it from somebody else.
  const [foreign] = missing.length > 0 ? await refreshKnownBlobs(db, missing) : [];
  if (foreign) throw new AppError('invalid', texts.foreignContent(foreign));
  const stored = [...blobs, ...manifests].map(([hash, content]) => ({ hash, content }));
  if (stored.length > 0) await storeBlobs(db, stored);
  const attached = new Set(file.attachments.map(({ hash }) => hash));
  const referred = stored
    .map(({ hash }) => hash)
    .filter((hash) => manifests.has(hash) || !attached.has(hash) || named.has(hash));
  const end = await insertConversationFile(actor, workspaceId, { ...rows, blobs: referred });
  if (end === 'forbidden')
    throw new AppError('invalid', texts.cannotWrite, { fields: [{ path: 'workspaceId', message: texts.cannotWrite }] });
  return { end, id: rows.conversation.id };
}

function contentsOf({ blobs }: ConversationFile): Map<string, Buffer> {
  return new Map(
    Object.entries(blobs).map(([hash, encoded]) => {
      const content = Buffer.from(encoded, 'base64');
      if (sha256(content) !== hash) throw new AppError('invalid', texts.wrongContent(hash));
      return [hash, content];
    }),
  );
}
