import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * Hands over the reply's bytes as they come, until its end. Rejects when the reply is cut off, and with what `take` throws, which ends the
 * connection. Its own iterator would make several promises and a tick for each piece.
 */
export async function readBytes(response: Readable, take: (bytes: Buffer) => void): Promise<void> {
  response.on('data', (bytes: Buffer) => {
    try {
      take(bytes);
    } catch (error) {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  await finished(response);
}
