import { createHash } from 'node:crypto';

/** By which an approval knows a command: another blank is another command. */
export function commandHash(command: string): string {
  return createHash('sha256').update(command).digest('hex');
}
