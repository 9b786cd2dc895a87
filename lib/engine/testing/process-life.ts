import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program, by its path without the ending, to its end, however it ends; gives what it printed, by its words. */
export async function processLife(program: string, ...args: string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, ['--import', './scripts/ts-hooks.mjs', `${program}.ts`, ...args], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await once(child, 'close');
  const lines = output.trimEnd().split('\n').filter(Boolean);
  const words = lines.map((line) => [line.slice(0, line.indexOf(' ')), JSON.parse(line.slice(line.indexOf(' ') + 1))]);
  return { ...Object.fromEntries(words), ...(child.exitCode ? { errors } : {}) };
}
