import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface CallsInProcess {
  userId: string;
  serverId: string;
  calls: number;
  /** Of the instance. */
  secret: string;
}

/** Has several processes on this database call a tool of a server at once. Gives what each says: how many calls have succeeded. */
export function callInProcesses(
  processes: number,
  { userId, serverId, calls, secret }: CallsInProcess,
): Promise<string[]> {
  const { PATH, DATABASE_URL, DATA_DIR, MASSGEN_TRUSTED_ORIGINS } = process.env;
  const given = {
    PATH,
    DATABASE_URL,
    DATA_DIR,
    MASSGEN_TRUSTED_ORIGINS,
    MASSGEN_SECRET: secret,
    NODE_ENV: 'test' as const,
  };
  const args = ['--import', join(root, 'scripts', 'ts-hooks.mjs'), join(root, 'lib/mcp/testing/call-signed-in.ts')];
  return Promise.all(
    Array.from({ length: processes }, () => {
      const child = spawn(process.execPath, [...args, userId, serverId, String(calls)], { cwd: root, env: given });
      let said = '';
      let wrong = '';
      child.stdout.on('data', (text) => (said += text));
      child.stderr.on('data', (text) => (wrong += text));
      return new Promise<string>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => (code === 0 ? resolve(said.trim()) : reject(new Error(wrong))));
      });
    }),
  );
}
