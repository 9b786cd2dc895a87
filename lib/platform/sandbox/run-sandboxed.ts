import 'server-only';
import { once } from 'node:events';
import { SCRIPT_FAILED } from './sandbox-arguments';
import type { SandboxProfile } from './sandbox-profile';
import { startSandboxed } from './start-sandboxed';
import { texts } from './texts';

export interface SandboxedRun {
  input: string;
  seconds: number;
  /** Of what it writes, both ways together; more ends it. */
  outputBytes: number;
  signal: AbortSignal;
}

/** How a program ended: by itself, or `because` of a bound. */
export type SandboxedEnd = { code: number; output: string; complaint: string } | { because: string };

/**
 * Runs a program to its end in a sandbox of its own, within bounds. Nothing of it is left. Throws `SandboxUnavailableError`, and the signal's reason when it
 * is aborted.
 */
export async function runSandboxed(profile: SandboxProfile, run: SandboxedRun): Promise<SandboxedEnd> {
  const { input, seconds, outputBytes, signal } = run;
  signal.throwIfAborted();
  const sandboxed = await startSandboxed(profile);
  const { process: child } = sandboxed;
  let broke: string | null = null;
  const end = (because: string) => {
    broke ??= because;
    sandboxed.kill();
  };
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let bytes = 0;
  for (const way of ['stdout', 'stderr'] as const)
    child[way].on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > outputBytes) end(texts.output(Math.round(outputBytes / 1000)));
      else written[way].push(chunk);
    });
  const timer = setTimeout(() => end(texts.time(seconds)), seconds * 1000);
  const stop = () => sandboxed.kill();
  signal.addEventListener('abort', stop, { once: true });
  try {
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number | null];
    signal.throwIfAborted();
    const because = broke ?? sandboxed.broke();
    if (because !== null) return { because };
    if (code === SCRIPT_FAILED.copy) return { because: texts.copyFailed };
    if (code === SCRIPT_FAILED.limits) return { because: texts.noLimits };
    const [output, complaint] = [written.stdout, written.stderr].map((chunks) =>
      Buffer.concat(chunks).toString('utf8'),
    );
    return { code: code ?? 137, output: output ?? '', complaint: complaint ?? '' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    sandboxed.kill();
  }
}
