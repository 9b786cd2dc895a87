import { types } from '@electric-sql/pglite';
import { releaseThread, takeThread } from './database-threads';

interface Field {
  name: string;
  dataTypeID: number;
}

interface RawResult {
  fields: Field[];
  rows: (string | null)[][];
  affectedRows: number;
}

type Request =
  | { open: { folder: string; settings: string[] } }
  | { text: string; params: unknown[] }
  | { script: string }
  | { close: true };
type Reply = { id: number; notes?: Notification[] } & ({ results: RawResult[] } | { error: { message: string } });
type Notification = { channel: string; payload: string };

interface Pending {
  done(results: RawResult[]): void;
  fail(reason: Error): void;
}

/** By the type's oid, from its text. */
type Parsers = Record<number, (value: string, typeId?: number) => unknown>;

interface QueryOptions {
  rowMode?: 'array' | 'object';
  parsers?: Parsers;
}

interface QueryResults {
  rows: unknown[];
  fields: Field[];
  affectedRows: number;
}

type Query = (text: string, params?: unknown[], options?: QueryOptions) => Promise<QueryResults>;

/** What drizzle and the job queue ask of PGlite. */
export interface EmbeddedDatabase {
  query: Query;
  /** Several statements without parameters. */
  exec(script: string): Promise<QueryResults[]>;
  transaction<T>(work: (tx: { query: Query }) => Promise<T>): Promise<T>;
  /** Calls back at each notification of a channel; resolves to the function that ends that. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => void>;
  close(): Promise<void>;
}

const ARRAY_TYPES = 'select typarray, oid from pg_type where typarray <> 0';

/**
 * Opens the embedded database in a thread of its own (`database-thread.mjs`): what it takes, a third of the work of a busy server, does not
 * hold up the streams. It has one connection: a transaction keeps everybody else waiting. Rejects with Postgres' error, `code` = SQLSTATE.
 * @param folder the database's; its lock must be held
 * @param settings Postgres settings, such as `work_mem=2MB`
 */
export async function openEmbeddedDatabase(folder: string, settings: string[]): Promise<EmbeddedDatabase> {
  const worker = takeThread();
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: Error | null = null;
  /** Settles when the last of the transactions that are open or wait is over. */
  let alone: Promise<unknown> = Promise.resolve();
  let transactions = 0;
  const parsers: Parsers = { ...types.parsers };

  const listeners = new Map<string, Set<(payload: string) => void>>();

  const onReply = (reply: Reply) => {
    for (const { channel, payload } of reply.notes ?? []) {
      for (const hear of listeners.get(channel) ?? []) hear(payload);
    }
    const waiting = pending.get(reply.id);
    settle(reply.id);
    if ('results' in reply) waiting?.done(reply.results);
    else waiting?.fail(Object.assign(new Error(reply.error.message), reply.error));
  };
  const onError = (error: unknown) => end(error instanceof Error ? error : new Error(String(error)));
  const onExit = () => end(new Error('The embedded database is closed.'));
  worker.on('message', onReply).on('error', onError).on('exit', onExit);

  /** The thread is free for the next database. */
  function release(): void {
    onExit();
    worker.off('message', onReply).off('error', onError).off('exit', onExit);
    releaseThread(worker);
  }

  function end(reason: Error): void {
    ended ??= reason;
    for (const { fail } of pending.values()) fail(ended);
    pending.clear();
  }

  /** A transaction that stays open would take in what others do next: nobody may use the connection any more. */
  function abandon(cause: unknown): void {
    end(new Error('The embedded database is closed: a transaction could not be rolled back.', { cause }));
    void worker.terminate();
  }

  /** An idle database does not keep the process alive. */
  function settle(id: number): void {
    pending.delete(id);
    if (pending.size === 0) worker.unref();
  }

  function expect(id: number): Promise<RawResult[]> {
    if (ended) return Promise.reject(ended);
    worker.ref();
    return new Promise((done, fail) => pending.set(id, { done, fail }));
  }

  function ask(request: Request): Promise<RawResult[]> {
    lastId += 1;
    const reply = expect(lastId);
    if (!ended) worker.postMessage({ id: lastId, ...request });
    return reply;
  }

  /**
   * What others ask meanwhile waits. The thread takes requests in their order, so nothing needs to wait for what was asked before: a
   * statement does not cost a turn of this thread, which may be busy, for each one in front of it.
   */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    transactions += 1;
    const result = alone.then(work).finally(() => (transactions -= 1));
    alone = result.catch(() => {});
    return result;
  }

  /** At once, or behind the transactions that are open or wait. */
  function shared<T>(work: () => Promise<T>): Promise<T> {
    return transactions === 0 ? work() : alone.then(work);
  }

  const query: Query = async (text, params = [], options = {}) => {
    const [result] = await ask({ text, params });
    return read(result ?? { fields: [], rows: [], affectedRows: 0 }, parsers, options);
  };

  await ask({ open: { folder, settings } }).catch((error) => {
    if (!ended) release();
    throw error;
  });
  for (const [array, element] of (await ask({ script: ARRAY_TYPES }))[0]?.rows ?? []) {
    const reader = types.parsers[Number(element)] ?? String;
    parsers[Number(array)] = (text) => types.arrayParser(text, reader, Number(array));
  }
  return {
    query: (text, params, options) => shared(() => query(text, params, options)),
    exec: (script) => shared(async () => (await ask({ script })).map((result) => read(result, parsers, {}))),
    transaction: (work) =>
      exclusively(async () => {
        await query('begin');
        try {
          const result = await work({ query });
          await query('commit');
          return result;
        } catch (error) {
          await query('rollback').catch(abandon);
          throw error;
        }
      }),
    async listen(channel, onMessage) {
      const ofChannel = listeners.get(channel) ?? new Set();
      listeners.set(channel, ofChannel.add(onMessage));
      if (ofChannel.size === 1) await shared(() => query(`listen "${channel}"`));
      return () => void ofChannel.delete(onMessage);
    },
    close: () =>
      exclusively(async () => {
        if (ended) return;
        await ask({ close: true });
        release();
      }),
  };
}

function read({ fields, rows, affectedRows }: RawResult, parsers: Parsers, options: QueryOptions): QueryResults {
  const readers = fields.map(({ dataTypeID }) => options.parsers?.[dataTypeID] ?? parsers[dataTypeID]);
  const value = (text: string | null, index: number) => {
    const reader = readers[index];
    return text === null || !reader ? text : reader(text, fields[index]?.dataTypeID);
  };
  const values = rows.map((row) => row.map(value));
  if (options.rowMode === 'array') return { rows: values, fields, affectedRows };
  const named = values.map((row) => Object.fromEntries(row.map((cell, index) => [fields[index]?.name, cell])));
  return { rows: named, fields, affectedRows };
}
