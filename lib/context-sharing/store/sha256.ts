import { createHash } from 'node:crypto';

/** The name of content. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
