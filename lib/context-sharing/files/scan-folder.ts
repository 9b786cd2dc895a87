import 'server-only';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/platform/errors/app-error';
import type { ContextFile } from '../context';
import type { FolderIndex } from './folder-index';

export interface FileContent {
  hash: string;
  content: Uint8Array;
}

export interface FolderScan {
  index: FolderIndex;
  /** Against what was known, sorted by path; what is gone is `removed`. */
  changed: ContextFile[];
}

type Reply =
  | { id: number; blobs: FileContent[] }
  | { id: number; sources: Int32Array; stats: Float64Array; changed: ContextFile[] }
  | { id: number; error: { message: string; isLimit: boolean } };

interface Pending {
  known: ContextFile[];
  keep(blobs: FileContent[]): Promise<void>;
  done(scan: FolderScan): void;
  fail(reason: unknown): void;
}

interface ScanThread {
  worker: Worker;
  pending: Map<number, Pending>;
}

const EMPTY: FolderIndex = { files: [], stats: new Float64Array() };

const holder = globalThis as { massgenScanThread?: ScanThread };
let lastId = 0;

/**
 * Compares a working folder with what is known of it, in a thread of its own. Contents that the known files do not have are given to
 * `keep`, each once, in batches of at most 4 MB (a larger file alone); the scan goes on when they are kept. What changes meanwhile is taken
 * as it was read, and looked at again by the next scan. Empty folders, pipes, sockets and what may not be read are left out.
 *
 * Throws `AppError` `too_large` for a folder beyond the limits, before anything is given to `keep`, and whatever `keep` throws.
 * @param known the contents of its files are kept already; `null` = nothing is known
 */
export function scanFolder(
  root: string,
  known: FolderIndex | null,
  keep: (blobs: FileContent[]) => Promise<void>,
): Promise<FolderScan> {
  const { worker, pending } = scanThread();
  lastId += 1;
  const id = lastId;
  return new Promise((done, fail) => {
    pending.set(id, { known: known?.files ?? [], keep, done, fail });
    worker.ref();
    worker.postMessage({ id, root, ...(known ?? EMPTY) });
  });
}

function scanThread(): ScanThread {
  holder.massgenScanThread ??= startThread();
  return holder.massgenScanThread;
}

/** It stays for the next scan, but does not keep the process alive. After an error the next scan starts another one. */
function startThread(): ScanThread {
  const worker = new Worker(threadFile(), { env: {}, execArgv: [] });
  const pending = new Map<number, Pending>();
  const end = (reason: unknown) => {
    if (holder.massgenScanThread?.worker === worker) delete holder.massgenScanThread;
    for (const { fail } of pending.values()) fail(reason);
    pending.clear();
  };
  worker.on('message', (reply: Reply) => void answer(reply, worker, pending));
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that looks at working folders has ended.')));
  return { worker, pending };
}

async function answer(reply: Reply, worker: Worker, pending: Map<number, Pending>): Promise<void> {
  const scan = pending.get(reply.id);
  if ('blobs' in reply) {
    try {
      await scan?.keep(reply.blobs);
      worker.postMessage({ id: reply.id, kept: true });
    } catch (error) {
      worker.postMessage({ id: reply.id, kept: false });
      settle(reply.id, worker, pending);
      scan?.fail(error);
    }
    return;
  }
  settle(reply.id, worker, pending);
  if ('error' in reply) scan?.fail(failure(reply.error));
  else scan?.done(scanOf(reply, scan.known));
}

function scanOf(
  { sources, stats, changed }: Extract<Reply, { sources: Int32Array }>,
  known: ContextFile[],
): FolderScan {
  const fresh = changed.filter(({ kind }) => kind !== 'removed').values();
  const files = Array.from(sources, (source) => (source < 0 ? fresh.next().value : known[source]));
  return { index: { files: files.filter((file) => file !== undefined), stats }, changed };
}

function settle(id: number, worker: Worker, pending: Map<number, Pending>): void {
  pending.delete(id);
  if (pending.size === 0) worker.unref();
}

function failure({ message, isLimit }: { message: string; isLimit: boolean }): Error {
  if (!isLimit) return new Error(message);
  return new AppError('too_large', `The working folder is too large to be kept: ${message}.`, {
    hint: 'Its files stay where they are, but are no part of what is shared. Have what is not needed removed.',
  });
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function threadFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/context-sharing/files/scan-thread.mjs');
}
