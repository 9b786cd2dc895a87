import 'server-only';
import { commitBatches, type LogBatch } from '@/db/queries/run-log/commit-batches';
import type { Db } from '@/db/types/database';
import {
  COMMIT_SHARE,
  FIRST_COMMIT_RETRY_MS,
  LEASE_MS,
  MAX_COMMIT_RETRY_MS,
  MAX_DELTA_WAIT_MS,
  MIN_DELTA_WAIT_MS,
} from '../engine-settings';
import type { CommittedBatch, RunBus } from './run-bus';
import type { RunLog } from './run-log';

/** A run as the writer sees it. */
export interface LogSource {
  readonly runId: string;
  readonly epoch: number;
  readonly log: RunLog;
  /** What the log says must be stored before; `null` = it is. Never fails. */
  readonly unstored: Promise<void> | null;
  /** Of a log whose last event is the terminal one: what to store with it. */
  end(): LogBatch['end'];
  /** The log is committed up to `seq`. */
  onCommitted(seq: number): void;
  /** The run belongs to another process, or cannot be written any more: nothing more of it will be. */
  onLost(reason: Error): void;
}

/**
 * Group commit: whatever all runs of the process have to write goes into one statement, one commit at a time; what arrives
 * meanwhile goes into the next. Viewers learn of events only after their commit.
 */
export class LogWriter {
  readonly #db: Db;
  readonly #bus: RunBus;
  readonly #soleProcess: boolean;
  readonly #urgent = new Set<LogSource>();
  readonly #waiting = new Set<LogSource>();
  /** Their logs say what is still being stored. */
  readonly #held = new Set<LogSource>();
  #scheduled = false;
  #committing = false;
  #deltaTimer: NodeJS.Timeout | null = null;
  #deltaWaitMs = MIN_DELTA_WAIT_MS;
  #idle: (() => void)[] = [];
  #closed = false;

  /** @param soleProcess nobody else writes runs in this database */
  constructor(db: Db, bus: RunBus, soleProcess = false) {
    this.#db = db;
    this.#bus = bus;
    this.#soleProcess = soleProcess;
  }

  /** The source has something to write: `soon` = after the current burst, else within the wait for deltas. */
  touch(source: LogSource, soon: boolean): void {
    if (this.#closed) return;
    if (soon) {
      this.#urgent.add(source);
      this.#schedule();
      return;
    }
    this.#waiting.add(source);
    this.#deltaTimer ??= setTimeout(() => {
      this.#deltaTimer = null;
      this.#takeWaiting();
    }, this.#deltaWaitMs);
  }

  /** Resolves when everything that was touched before is committed or lost. */
  async flush(): Promise<void> {
    this.#takeWaiting();
    if (this.#isIdle) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Writes nothing more, not even what is pending. Resolves when the commit that is on its way, if any, has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#deltaTimer) clearTimeout(this.#deltaTimer);
    this.#urgent.clear();
    this.#waiting.clear();
    if (this.#committing) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  get #isIdle(): boolean {
    return !this.#committing && !this.#scheduled && this.#held.size === 0;
  }

  #takeWaiting(): void {
    for (const source of this.#waiting) this.#urgent.add(source);
    this.#waiting.clear();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || this.#committing || this.#urgent.size === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#committing = true;
      void this.#commitUrgent().finally(() => {
        this.#committing = false;
        this.#schedule();
        if (this.#isIdle || this.#closed) for (const resolve of this.#idle.splice(0)) resolve();
      });
    });
  }

  async #commitUrgent(): Promise<void> {
    const work: Work[] = [];
    for (const source of this.#urgent) {
      this.#waiting.delete(source);
      if (source.unstored) {
        this.#hold(source, source.unstored);
        continue;
      }
      const batch = batchOf(source);
      if (batch) work.push({ source, batch });
    }
    this.#urgent.clear();
    if (work.length === 0) return;
    const began = performance.now();
    await this.#commit(work);
    const took = performance.now() - began;
    this.#deltaWaitMs = Math.min(MAX_DELTA_WAIT_MS, Math.max(MIN_DELTA_WAIT_MS, took * COMMIT_SHARE));
  }

  #hold(source: LogSource, unstored: Promise<void>): void {
    if (this.#held.has(source)) return;
    this.#held.add(source);
    void unstored.then(() => {
      this.#held.delete(source);
      this.touch(source, true);
    });
  }

  /** Tries until it is written, or until the runs' leases are over: then somebody else goes on from what is in the database. */
  async #commit(work: Work[]): Promise<void> {
    const giveUpAt = performance.now() + LEASE_MS;
    for (let wait = FIRST_COMMIT_RETRY_MS; !this.#closed; wait = Math.min(wait * 2, MAX_COMMIT_RETRY_MS)) {
      try {
        const batches = work.map(({ batch }) => batch);
        const lost = await commitBatches(this.#db, batches, this.#soleProcess);
        for (const { source, batch } of work) this.#settle(source, batch, !lost.has(batch.runId));
        return;
      } catch (error) {
        if (this.#closed) return;
        if (isAboutData(error) && work.length > 1) {
          for (const one of work) await this.#commit([one]);
          return;
        }
        if (isAboutData(error) || performance.now() + wait > giveUpAt) {
          const reason = new Error('The run log could not be written.', { cause: error });
          for (const { source } of work) source.onLost(reason);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  #settle(source: LogSource, batch: Work['batch'], written: boolean): void {
    if (!written) {
      source.onLost(new Error('Another process has taken over the run.'));
      return;
    }
    this.#bus.publish(batch);
    source.onCommitted(batch.lastSeq);
  }
}

interface Work {
  source: LogSource;
  /** What is stored and then told: one object, since there is one for nearly every token. */
  batch: LogBatch & CommittedBatch;
}

function batchOf(source: LogSource): Work['batch'] | null {
  const lines = source.log.take();
  if (!lines) return null;
  const { firstSeq, lastSeq, events, isWhole } = lines;
  const end = source.end();
  return { runId: source.runId, epoch: source.epoch, firstSeq, lastSeq, events, isWhole, end, ended: end !== null };
}

/** Another try with the same data cannot help (SQLSTATE classes 22 and 23); one bad run must not hold up the others. */
function isAboutData(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('22') || code.startsWith('23');
}
