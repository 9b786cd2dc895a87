import 'server-only';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Actor } from '@/lib/platform/auth/actor';
import { logger } from '@/lib/platform/observability/logger';
import { exportAsJson } from './export-conversation';

/** The same in every archive, so that the same data is the same file. */
const DAY = new Date(Date.UTC(2020, 0, 1));

/** A .zip of conversations that can be imported again, and of what else is put into it; written as it is read. */
export function createConversationArchive(actor: Actor) {
  const zip = new ZipFile();
  const putText = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime: DAY });
  return {
    putText,
    putJson: (name: string, value: unknown) => putText(name, `${JSON.stringify(value, null, 2)}\n`),
    /** Each is read when its turn comes. */
    putConversations(ids: string[]): void {
      for (const [index, id] of ids.entries()) {
        zip.addReadStreamLazy(`conversations/${index + 1}.json`, { mtime: DAY }, (give) => {
          exportAsJson(actor, id, 'files').then(
            ({ content }) => give(null, Readable.from(content as AsyncIterable<Uint8Array>, { objectMode: false })),
            (error: unknown) => give(error, Readable.from([])),
          );
        });
      }
    },
    /** Its bytes; nothing can be put into it any more. */
    end(): ReadableStream<Uint8Array> {
      zip.end();
      zip.on('error', (error) => logger.error({ error }, 'An archive of conversations broke off.'));
      return Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream<Uint8Array>;
    },
  };
}
