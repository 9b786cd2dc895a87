import 'server-only';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface PdfText {
  text: string;
  /** Of the document; fewer have been read when `maxChars` was reached. */
  pages: number;
  pagesRead: number;
}

export type PdfReading = { ok: true; pdf: PdfText } | { ok: false; because: string };

const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 256;
/** Each is a thread with up to the memory above. */
const MAX_AT_ONCE = 2;

let working = 0;
const waiting: (() => void)[] = [];

/**
 * The text of a PDF, read in a thread of its own with bounds on time and memory: whatever the file contains, it can neither block nor
 * end the process. Never throws; `because` says in words why there is no text.
 */
export async function readPdfText(
  bytes: Uint8Array,
  maxChars: number,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<PdfReading> {
  if (working < MAX_AT_ONCE) working += 1;
  else await new Promise<void>((takeSeat) => waiting.push(takeSeat));
  try {
    return await readInThread(bytes, maxChars, timeLimitMs);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

function readInThread(bytes: Uint8Array, maxChars: number, timeLimitMs: number): Promise<PdfReading> {
  return new Promise((done) => {
    const worker = new Worker(workerFile(), {
      workerData: { bytes, maxChars },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const end = (reading: PdfReading) => {
      clearTimeout(timer);
      done(reading);
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      end({ ok: false, because: `reading it took longer than ${timeLimitMs / 1000} s` });
    }, timeLimitMs);
    worker.once('message', (pdf: PdfText) => end({ ok: true, pdf }));
    worker.once('error', (error: Error) => end({ ok: false, because: reasonOf(error) }));
    worker.once('exit', () => end({ ok: false, because: 'the reader ended without a result' }));
  });
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function workerFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/attachments/pdf-text-worker.mjs');
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.name === 'PasswordException') return 'it is protected by a password';
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'reading it needs too much memory';
  return 'it is damaged or not a complete PDF';
}
