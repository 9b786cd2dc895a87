import 'server-only';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/platform/errors/app-error';
import { UNPACK_LIMITS } from './limits';
import { texts } from './texts';

export type FileSource = 'massgen' | 'chatgpt' | 'claude';

/** A file that has been opened: its conversations come one by one, as the program that wrote them writes them. */
export interface OpenedFile {
  source: FileSource;
  total: number;
  conversations: AsyncGenerator<unknown>;
  close(): void;
}

type Message =
  | { source: FileSource; total: number }
  | { conversation: unknown }
  | { end: true }
  | { refused: Refusal; detail?: string | number };

type Refusal =
  | 'notReadable'
  | 'damagedZip'
  | 'nothingInZip'
  | 'tooLarge'
  | 'tooPacked'
  | 'tooDeep'
  | 'tooManyMessages'
  | 'badPath';

/** Unpacked and parsed, a file takes several times its size. */
const MEMORY_LIMITS = { maxOldGenerationSizeMb: 1_500 };

/** Opens a file of conversations in a thread of its own. Throws `invalid` for one that is not taken. */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  const worker = new Worker(threadFile(), {
    env: {},
    execArgv: [],
    resourceLimits: MEMORY_LIMITS,
    workerData: { bytes, limits: UNPACK_LIMITS },
  });
  // Whoever waits for a message hears of it; where nobody waits it must not end the process.
  worker.on('error', () => {});
  const close = () => void worker.terminate();
  const first = await nextMessage(worker).catch((cause: unknown) => {
    close();
    throw refused('notReadable', undefined, cause);
  });
  if ('refused' in first) throw refused(first.refused, first.detail);
  if (!('source' in first)) throw refused('notReadable', undefined);
  return { source: first.source, total: first.total, conversations: read(worker), close };
}

async function* read(worker: Worker): AsyncGenerator<unknown> {
  for (;;) {
    const coming = nextMessage(worker);
    worker.postMessage('next');
    const message = await coming;
    if (!('conversation' in message)) return;
    yield message.conversation;
  }
}

function nextMessage(worker: Worker): Promise<Message> {
  return new Promise((settle, reject) => {
    const onError = (error: Error) => reject(error);
    const onExit = () => reject(new Error('The thread that opens a file has ended.'));
    worker.once('message', (message: Message) => {
      worker.off('error', onError);
      worker.off('exit', onExit);
      settle(message);
    });
    worker.once('error', onError);
    worker.once('exit', onExit);
  });
}

function refused(reason: Refusal, detail: string | number | undefined, cause?: unknown): AppError {
  const message = messageOf(reason, detail);
  const hint = reason === 'notReadable' ? texts.notReadableHint : undefined;
  const isLarge = ['tooLarge', 'tooPacked', 'tooManyMessages'].includes(reason);
  return new AppError(isLarge ? 'too_large' : 'invalid', message, { hint, cause, fields: [{ path: 'file', message }] });
}

function messageOf(reason: Refusal, detail: string | number | undefined): string {
  switch (reason) {
    case 'badPath':
      return texts.badPath(String(detail));
    case 'damagedZip':
      return texts.damagedZip;
    case 'nothingInZip':
      return texts.nothingInZip;
    case 'notReadable':
      return texts.notReadable;
    case 'tooDeep':
      return texts.tooDeep(Number(detail));
    case 'tooLarge':
      return texts.tooLarge(Number(detail));
    case 'tooManyMessages':
      return texts.tooManyMessages(Number(detail));
    case 'tooPacked':
      return texts.tooPacked(Number(detail));
  }
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function threadFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/features/conversation-files/thread/unpack-thread.mjs');
}
