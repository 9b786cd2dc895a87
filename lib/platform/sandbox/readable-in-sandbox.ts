import 'server-only';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sandboxSupport } from './sandbox-support';
import { userFor } from './start-sandboxed';

const run = promisify(execFile);
const LOOK_MS = 5_000;

/**
 * The user that a program with this home is where it could not use a folder; `null` = it can. Where sandboxes are made by root each program is a user of its
 * own, to whom only what is open to everybody is open.
 */
export async function readableInSandbox(
  folder: string,
  { isWritable, home }: { isWritable: boolean; home: string },
): Promise<number | null> {
  const support = await sandboxSupport();
  if ('because' in support || support.place.way !== 'dropped') return null;
  const user = userFor(home);
  const who = String(user);
  const wanted = ['-r', '.', '-a', '-x', '.', ...(isWritable ? ['-a', '-w', '.'] : [])];
  const step = ['--reuid', who, '--regid', who, '--clear-groups', 'test', ...wanted];
  try {
    // Inside, the folders that it is in are the sandbox's own.
    await run('setpriv', step, { cwd: folder, timeout: LOOK_MS });
    return null;
  } catch {
    return user;
  }
}
