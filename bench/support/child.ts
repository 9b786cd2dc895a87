import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts a script that prints its origin, as a process of its own. @param script relative to the repository */
export async function startChild(
  script: string,
  args: string[] = [],
): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', './scripts/ts-hooks.mjs', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = await once(child.stdout, 'data');
  const origin = /http:\S+/.exec(String(chunk))?.[0];
  if (!origin) throw new Error(`${script} printed no origin: ${chunk}`);
  return { origin, child };
}

/** Ends a child and waits until it is gone. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
