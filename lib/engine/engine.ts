import 'server-only';
import { randomUUID } from 'node:crypto';
import { claimAbandonedRuns } from '@/db/queries/run-log/claim-abandoned-runs';
import { claimNextRun } from '@/db/queries/run-log/claim-next-run';
import { claimQueuedRun } from '@/db/queries/run-log/claim-queued-run';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import { extendLeases } from '@/db/queries/run-log/extend-leases';
import type { LeaseTerms } from '@/db/queries/run-log/lease';
import { readLog } from '@/db/queries/run-log/read-log';
import { releaseLeases } from '@/db/queries/run-log/release-leases';
import type { Db } from '@/db/types/database';
import type { EngineDeps } from './engine-deps';
import { HEARTBEAT_MS, LEASE_MS, POLL_MS, SWEEP_MS, TAKE_OVER_BATCH } from './engine-settings';
import { type EventStreamSource, eventStream, type StreamReader } from './log/event-stream';
import { LogWriter } from './log/log-writer';
import { createControlInbox } from './run/control-inbox';
import { type ControlReply, NOBODY, type RunControl } from './run/run-control';
import { RunDriver } from './run/run-driver';
import { singleFlight } from './single-flight';

/** Drives this process's runs: takes them from the queue and from processes that are gone, and keeps their leases. */
export interface Engine {
  /** Takes over abandoned runs, then works until `stop`. */
  start(): Promise<void>;
  /** The lease of a run that is made to begin here at once; `null` while the engine takes no work. */
  leaseTerms(): LeaseTerms | null;
  /** Drives a run that has been made under `leaseTerms`. */
  begin(run: ClaimedRun): void;
  /** A run has been queued: looks for work at once. */
  submitted(): void;
  /** For the transaction that makes a run. */
  enqueue(tx: Db, runId: string): Promise<void>;
  control(runId: string, control: RunControl): Promise<ControlReply>;
  /** How many runs this process drives. */
  running(): number;
  /** SSE frames behind seq `after`; `overAt` = last seq of a run that is over, else `null`; `reader` = for whom, and how their right is held. */
  events(runId: string, after: number, overAt: number | null, reader?: StreamReader): ReadableStream<Uint8Array>;
  /** Graceful: takes no more work, writes what is pending and gives the runs back, so that another process goes on with them. */
  stop(): Promise<void>;
  /**
   * As a crash would end it: nothing more is written, nothing is given back. Resolves when the database has dealt with what was on its way,
   * as it has long before a process starts again.
   */
  abandon(): Promise<void>;
}

const UNDELIVERED = 'Giving stored requests to their runs failed.';

export function createEngine(deps: EngineDeps): Engine {
  const { db, bus, dispatcher } = deps;
  const terms = { owner: randomUUID(), leaseMs: LEASE_MS };
  const writer = new LogWriter(db, bus, deps.soleProcess);
  const drivers = new Map<string, RunDriver>();
  const timers: NodeJS.Timeout[] = [];
  const viewers: EventStreamSource = {
    bus,
    readLog: (runId, after) => readLog(db, runId, after),
    pollMs: deps.soleProcess ? null : POLL_MS,
    open: new Set(),
  };
  const inbox = createControlInbox(db, terms.owner, deps);
  let stopListening = async () => {};
  let working = false;
  let isAnyQueued = true;

  /** Resolves when what the driver has written first is committed; false = it could not be. */
  async function drive(run: ClaimedRun, options: { stop: boolean } = { stop: false }): Promise<boolean> {
    const driver = new RunDriver(run, deps, writer, () => {
      if (drivers.get(run.id) === driver) drivers.delete(run.id);
      deps.spending?.over(run.id);
      deps.onOver?.(run);
      // Nobody but this process could have queued one.
      if (working && (isAnyQueued || !deps.soleProcess)) submitted();
    });
    drivers.get(run.id)?.abandon(new Error('This process has taken the run again.'));
    drivers.set(run.id, driver);
    await driver.start(options);
    // While it was opened, or before anybody drove it, people may have asked for something.
    if (run.mayHaveLog) reported(inbox.deliver, UNDELIVERED);
    return driver.committed(driver.log.seq);
  }

  const takeQueued = singleFlight(async () => {
    for (let more = true; more && working; ) {
      const claim = await claimNextRun(db, terms, deps.limits, deps.soleProcess);
      if (claim.run) void drive(claim.run);
      more = claim.more;
      isAnyQueued = claim.isAnyQueued;
    }
  });

  const takeAbandoned = singleFlight(async () => {
    // This process's own runs are alive as long as it can say so. By the clock on the wall, which goes on while a computer sleeps.
    if (Date.now() - beatenAt > 2 * HEARTBEAT_MS) await beat();
    while (working) {
      const soleDriver = deps.soleProcess ? { runIds: [...drivers.keys()] } : null;
      const runs = await claimAbandonedRuns(db, terms, { soleDriver, limit: TAKE_OVER_BATCH });
      for (const run of runs) void drive(run);
      if (runs.length < TAKE_OVER_BATCH) return;
    }
  });

  let beatenAt = 0;

  /** Needed where others would take its runs over. Two hundred leases hold the log's commits up for more than 10 ms. */
  const beat = singleFlight(async () => {
    if (deps.soleProcess) return;
    const held = [...drivers.values()].filter((driver) => !driver.isOver);
    if (held.length === 0) return;
    const at = Date.now();
    const kept = await extendLeases(db, terms, held);
    beatenAt = at;
    for (const driver of held) {
      if (!driver.isOver && !kept.has(driver.runId))
        driver.onLost(new Error('Another process has taken over the run.'));
    }
  });

  const reported = (work: () => Promise<void>, what: string) => {
    work().catch((error: unknown) => deps.report(error, what));
  };

  function submitted(): void {
    isAnyQueued = true;
    reported(takeQueued, 'Taking queued runs failed.');
  }

  async function control(runId: string, message: RunControl): Promise<ControlReply> {
    const reply = await bus.request(runId, message);
    if (reply.ok || reply.code !== 'unavailable') return reply;
    if (message.type === 'stop' && message.slot === undefined) {
      const queued = await claimQueuedRun(db, terms, runId);
      if (queued) return (await drive(queued, { stop: true })) ? { ok: true } : NOBODY;
    }
    return inbox.send(runId, message);
  }

  function halt(): void {
    working = false;
    for (const timer of timers.splice(0)) clearInterval(timer);
  }

  return {
    async start() {
      working = true;
      await takeAbandoned();
      await dispatcher.start(takeQueued);
      if (!deps.soleProcess) stopListening = await deps.onStoredControl(() => reported(inbox.deliver, UNDELIVERED));
      timers.push(
        setInterval(() => reported(beat, 'Extending the leases failed.'), HEARTBEAT_MS),
        setInterval(() => {
          reported(takeAbandoned, 'Taking over abandoned runs failed.');
          submitted();
          if (!deps.soleProcess) reported(inbox.deliver, UNDELIVERED);
        }, SWEEP_MS),
      );
      submitted();
    },
    leaseTerms: () => (working ? terms : null),
    // Of an engine that has been stopped meanwhile, the run's lease has been given back or will end.
    begin: (run) => working && void drive(run),
    submitted,
    enqueue: dispatcher.enqueue,
    control,
    running: () => drivers.size,
    events: (runId, after, overAt, reader) => eventStream(viewers, runId, after, overAt, reader),
    async stop() {
      halt();
      await stopListening();
      await dispatcher.stop();
      for (const driver of drivers.values()) driver.suspend();
      await writer.flush();
      await writer.close();
      await releaseLeases(db, terms.owner);
      for (const hangUp of viewers.open) hangUp();
    },
    async abandon() {
      halt();
      void stopListening();
      const written = writer.close();
      for (const driver of drivers.values()) driver.abandon(new Error('The engine has been abandoned.'));
      await written;
    },
  };
}
