import 'server-only';
import { resolve } from 'node:path';
import { type BoundedEnd, runBounded } from './run-bounded';
import { texts } from './texts';

export interface PdfText {
  text: string;
  /** Of the document; fewer have been read when `maxChars` was reached. */
  pages: number;
  pagesRead: number;
}

export type PdfReading = { ok: true; pdf: PdfText } | { ok: false; because: string };

const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 700;
/** Each is a process with up to the memory above. */
const MAX_AT_ONCE = 2;
/** A character as JSON has at most six bytes. */
const MAX_BYTES_PER_CHAR = 6;
const OVERHEAD_BYTES = 10_000;

let working = 0;
const waiting: (() => void)[] = [];

/**
 * The text of a PDF, read in a process of its own, whose memory and time the operating system limits: whatever the file contains, it
 * can neither block nor end this one. Never throws; `because` says in words why there is no text.
 */
export async function readPdfText(
  bytes: Uint8Array,
  maxChars: number,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<PdfReading> {
  if (working < MAX_AT_ONCE) working += 1;
  else await new Promise<void>((takeSeat) => waiting.push(takeSeat));
  try {
    const end = await runBounded({
      script: readerFile(),
      args: [maxChars, timeLimitMs],
      input: bytes,
      timeLimitMs,
      memoryLimitMb: MEMORY_LIMIT_MB,
      maxOutputBytes: maxChars * MAX_BYTES_PER_CHAR + OVERHEAD_BYTES,
    });
    return readingOf(end, timeLimitMs);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function readerFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/attachments/pdf-text-reader.mjs');
}

const REASONS = {
  password: (_limitMs: number) => texts.pdf.password,
  memory: (_limitMs: number) => texts.pdf.memory,
  damaged: (_limitMs: number) => texts.pdf.damaged,
  time: (limitMs: number) => texts.pdf.time(limitMs / 1000),
  failed: (_limitMs: number) => texts.pdf.failed,
};

function readingOf(end: BoundedEnd, timeLimitMs: number): PdfReading {
  if (end.how !== 'result') return { ok: false, because: REASONS[end.how](timeLimitMs) };
  const told = JSON.parse(end.output) as PdfText | { because: 'password' | 'memory' | 'damaged' };
  return 'because' in told ? { ok: false, because: REASONS[told.because](timeLimitMs) } : { ok: true, pdf: told };
}
