import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import type { ConversationFile } from './conversation-file';

/** The one text of a file, piece by piece, so that others have their turn while a large one is written. */
export async function* jsonPieces(file: ConversationFile): AsyncGenerator<string> {
  let isFirst = true;
  for (const [key, value] of Object.entries(file).sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield `${isFirst ? '{' : ','}${JSON.stringify(key)}:`;
    isFirst = false;
    if (Array.isArray(value)) yield* listPieces(value);
    else if (key === 'blobs') yield* recordPieces(value as Record<string, string>);
    else yield canonicalJson(value);
  }
  yield '}\n';
}

async function* listPieces(items: unknown[]): AsyncGenerator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    yield `${index > 0 ? ',' : ''}${canonicalJson(item)}`;
    await setImmediate();
  }
  yield ']';
}

async function* recordPieces(record: Record<string, string>): AsyncGenerator<string> {
  yield '{';
  for (const [index, key] of Object.keys(record).sort().entries()) {
    yield `${index > 0 ? ',' : ''}${JSON.stringify(key)}:${JSON.stringify(record[key])}`;
    await setImmediate();
  }
  yield '}';
}

/** What a file is known by: the hash of its text. */
export async function fileHash(file: ConversationFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of jsonPieces(file)) hash.update(piece);
  return hash.digest('hex');
}
