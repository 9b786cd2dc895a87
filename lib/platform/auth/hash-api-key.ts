import 'server-only';
import { createHash } from 'node:crypto';

/** As keys are stored. Keys are random, so a plain hash of one cannot be reversed. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
