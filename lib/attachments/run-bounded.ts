import 'server-only';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface BoundedWork {
  /** Absolute path of a script for Node. */
  script: string;
  args: number[];
  /** Comes to the script on standard input. */
  input: Uint8Array;
  timeLimitMs: number;
  memoryLimitMb: number;
  maxOutputBytes: number;
}

/** How it ended: with a result on standard output, at one of its limits, or otherwise without a result. */
export type BoundedEnd = { how: 'result'; output: string } | { how: 'time' | 'memory' | 'failed' };

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Of the limit on memory: the rest is for buffers, code and stacks. */
const HEAP_SHARE = 0.4;
/** With these Node ends when it cannot get memory. */
const MEMORY_SIGNALS = new Set<string | null>(['SIGABRT', 'SIGTRAP', 'SIGSEGV', 'SIGILL', 'SIGBUS', 'SIGKILL']);
/** The same as a shell reports them, and Node's own codes for it. */
const MEMORY_CODES = new Set<number | null>([132, 133, 134, 135, 137, 139]);

/**
 * Runs a script in a process of its own, without environment, that the operating system ends when it takes more processor time or memory
 * than it may; when the time is over on the clock, it is killed. Linux limits the private memory, buffers included; macOS limits only
 * the processor's time and Windows nothing, so that there the limit on memory is that of V8's heap. Never rejects, and leaves no process.
 */
export function runBounded(work: BoundedWork): Promise<BoundedEnd> {
  return new Promise((done) => {
    const child = start(work);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, work.timeLimitMs);
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > work.maxOutputBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    // What it has not read before it ended.
    child.stdin.on('error', () => {});
    child.once('error', () => {
      clearTimeout(timer);
      done({ how: 'failed' });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (isLate || signal === 'SIGXCPU' || code === SIGXCPU_CODE) done({ how: 'time' });
      else if (code === 0 && bytes > 0) done({ how: 'result', output: Buffer.concat(chunks).toString('utf8') });
      else done({ how: MEMORY_SIGNALS.has(signal) || MEMORY_CODES.has(code) ? 'memory' : 'failed' });
    });
    child.stdin.end(work.input);
  });
}

const SIGXCPU_CODE = 152;

function start({ script, args, timeLimitMs, memoryLimitMb }: BoundedWork): Child {
  const heap = `--max-old-space-size=${Math.floor(memoryLimitMb * HEAP_SHARE)}`;
  const words = [process.execPath, heap, script, ...args.map(String)];
  const options = { env: {} as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'] };
  if (process.platform === 'win32') return spawn(words[0] ?? '', words.slice(1), { ...options, windowsHide: true });
  const memory = process.platform === 'linux' ? `ulimit -d ${memoryLimitMb * 1024}; ` : '';
  const time = `ulimit -t ${Math.ceil(timeLimitMs / 1000)}; ulimit -c 0; `;
  return spawn('/bin/sh', ['-c', `${memory}${time}exec "$0" "$@"`, ...words], options);
}
