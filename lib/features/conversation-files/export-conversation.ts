import 'server-only';
import { Readable } from 'node:stream';
import type { Actor } from '@/lib/platform/auth/actor';
import type { Include } from './conversation-file';
import { readConversationFile } from './read-conversation-file';
import { jsonPieces } from './write-json';
import { writeMarkdown } from './write-markdown';

export interface ExportedFile {
  content: string | ReadableStream<Uint8Array>;
  /** Plain ASCII. */
  fileName: string;
  mediaType: string;
}

/** A conversation as a file that is complete and can be taken in again. Throws `not_found` for one that the actor may not see. */
export async function exportAsJson(actor: Actor, conversationId: string, include: Include): Promise<ExportedFile> {
  const file = await readConversationFile(actor, conversationId, { include });
  const content = Readable.toWeb(Readable.from(jsonPieces(file), { objectMode: false })) as ReadableStream<Uint8Array>;
  return { content, fileName: `${fileNameOf(file.title)}.json`, mediaType: 'application/json' };
}

/** The branch that a conversation shows, to be read as it is. Throws `not_found`. */
export async function exportAsMarkdown(actor: Actor, conversationId: string, include: Include): Promise<ExportedFile> {
  const file = await readConversationFile(actor, conversationId, { include, namesOnly: true });
  return {
    content: writeMarkdown(file, include),
    fileName: `${fileNameOf(file.title)}.md`,
    mediaType: 'text/markdown; charset=utf-8',
  };
}

/** What a title says in characters that every file system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\w -]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 60);
  return plain || 'conversation';
}
