import { isUtf8 } from 'node:buffer';
import type { ContextFile } from '../context';

/** The text of a file, or in words why there is none to show. */
export type TextReading = { text: string; because: null } | { text: null; because: string };

/** Reads a file as text; what `read` throws is thrown. */
export async function readText(
  file: ContextFile,
  read: (hash: string) => Promise<Uint8Array>,
  maxBytes: number,
): Promise<TextReading> {
  if (file.kind === 'tooLarge' || file.hash === null)
    return none(`it has ${size(file.bytes)}, and its content is not kept`);
  if (file.kind === 'link') return none('it is a link');
  if (file.bytes > maxBytes) return none(`it has ${size(file.bytes)}`);
  const content = await read(file.hash);
  if (!isUtf8(content) || content.includes(0)) return none('it is not text');
  return { text: Buffer.from(content).toString('utf8'), because: null };
}

const none = (because: string): TextReading => ({ text: null, because });

function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
