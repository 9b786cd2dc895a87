import 'server-only';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { LogBatch } from '@/db/queries/run-log/commit-batches';
import type { Command } from '@/lib/protocol/command';
import { decide } from '@/lib/protocol/decide';
import { stopEvent } from '@/lib/protocol/decide-conclusion';
import type { AgentFailed, AgentFinished, CallPhase } from '@/lib/protocol/event';
import { initialState } from '@/lib/protocol/initial-state';
import type { HistoryMessage } from '@/lib/protocol/prompt-message';
import { RunFold } from '@/lib/protocol/run-fold';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { Approvals } from './approvals';
import { CallBackoff } from './call-backoff';
import { CALL_OVER, newCall } from './call-clock';
import { UNEXPECTED_FAILURE } from './call-failure';
import type { RunContexts } from './context-source';
import { controlEvent } from './control-event';
import { deliverNews } from './deliver-news';
import type { EngineDeps } from './engine-deps';
import { firstEvent } from './first-event';
import { foldingLog } from './folding-log';
import { loadState, loadTurn } from './load-run';
import type { LogSource, LogWriter } from './log-writer';
import { openContexts } from './open-contexts';
import { rememberCredentials } from './remember-credentials';
import { RunBounds } from './run-bounds';
import { type ActiveCall, type CallHost, runCall } from './run-call';
import type { ControlReply, RunControl } from './run-control';
import type { DeltaKind, EventDraft, RunLog } from './run-log';
import { endOf } from './run-result';
import { unmeteredUsage } from './unmetered-usage';

/**
 * Drives one run: writes what happens to its log, folds it, and obeys what the protocol decides. The protocol's functions are pure; this
 * is the only place where their commands meet models, timers and people.
 */
export class RunDriver implements LogSource, CallHost {
  readonly runId: string;
  readonly epoch: number;
  log: RunLog;
  history: HistoryMessage[] = [];
  contexts: RunContexts | null = null;
  readonly counts: CallHost['counts'] = new Map();
  readonly run: ClaimedRun;
  readonly deps: EngineDeps;
  readonly credentialsFor: CallHost['credentialsFor'];
  readonly approvals = new Approvals(() => this.#bounds.arm());
  readonly #writer: LogWriter;
  #fold: RunFold;
  readonly #calls = new Map<string, ActiveCall>();
  readonly #backoff = new CallBackoff(() => this.#settle());
  readonly #bounds: RunBounds;
  readonly #ready = Promise.withResolvers<void>();
  readonly #onOver: () => void;
  readonly #unserve: () => void;
  #settling = false;
  #dead = false;

  constructor(run: ClaimedRun, deps: EngineDeps, writer: LogWriter, onOver: () => void) {
    this.run = run;
    this.runId = run.id;
    this.epoch = run.epoch;
    this.deps = deps;
    this.credentialsFor = rememberCredentials((choice) => deps.resolveCredentials(run, choice));
    this.#writer = writer;
    this.#onOver = onOver;
    this.#fold = new RunFold(initialState(run.id));
    this.log = foldingLog(this.#fold, this);
    this.#bounds = new RunBounds(this, this.#calls);
    this.#unserve = deps.bus.serve(run.id, (control) => this.#control(control));
  }

  /** The folded log, up to the last sealed event. */
  get state(): RunState {
    return this.#fold.state;
  }

  /** True when the driver writes nothing more. */
  get isOver(): boolean {
    return this.#dead || this.#fold.withoutPieces.phase === 'over';
  }

  /** Begins the run, or continues it from its log. `stop` = only to end it. Never throws. */
  async start(options: { stop: boolean }): Promise<void> {
    try {
      const [state, turn] = await Promise.all([
        this.run.mayHaveLog ? loadState(this.deps.db, this.runId) : this.state,
        loadTurn(this.deps.db, this.run),
      ]);
      if (this.#dead) return;
      this.history = turn.history;
      this.#fold = new RunFold(state);
      this.log = foldingLog(this.#fold, this);
      const first = await firstEvent(this.run, this.deps, state, turn);
      this.contexts = await openContexts(this, first.type === 'run.started' ? first.team : state.team);
      if (this.#dead) return;
      this.atOnce(() => {
        this.#meter();
        this.append(first);
        if (options.stop) this.append(stopEvent(this.state));
      });
      this.#ready.resolve();
    } catch (error) {
      this.deps.report(error, `The run ${this.runId} could not be opened.`);
      this.abandon(error instanceof Error ? error : new Error(String(error)));
    }
  }

  get unstored(): LogSource['unstored'] {
    return this.contexts?.unstored ?? null;
  }

  /** Writes an event and does what follows from it. */
  append(draft: EventDraft): void {
    if (this.isOver) return;
    this.log.append(draft);
    this.#writer.touch(this, true);
    this.#settle();
  }

  atOnce(write: () => void): void {
    const outer = this.#settling;
    this.#settling = true;
    try {
      write();
    } finally {
      this.#settling = outer;
    }
    this.#settle();
  }

  delta(slot: Slot, callId: string, kind: DeltaKind, text: string): void {
    if (this.isOver || text === '') return;
    this.#writer.touch(this, this.log.delta(slot, callId, kind, text));
  }

  end(): LogBatch['end'] {
    return endOf(this.#fold.withoutPieces);
  }

  onCommitted(seq: number): void {
    if (this.#fold.withoutPieces.phase === 'over' && seq >= this.log.seq) this.#close();
  }

  onLost(reason: Error): void {
    if (!this.#dead) this.deps.report(reason, `The run ${this.runId} is no longer driven here.`);
    this.abandon(reason);
  }

  /** Stops all work on the run and writes nothing more: it belongs to somebody else, or will. */
  abandon(reason: Error): void {
    this.#abortCalls(reason);
    this.#close();
  }

  /** Stops the work but lets what has happened so far be written. */
  suspend(): void {
    this.log.sealDeltas();
    this.#writer.touch(this, true);
    this.#abortCalls(new Error('The server is shutting down.'));
    this.#close();
  }

  conclude(call: ActiveCall, end: AgentFinished | AgentFailed): void {
    if (!this.#calls.has(call.callId)) return;
    this.atOnce(() => {
      if (end.type === 'agent.failed') this.#meter([call.slot]);
      this.#forget(call.callId);
      this.append(end);
    });
  }

  /** What the requests in flight of these slots, all by default, have used so far: they will not come to their end. */
  #meter(slots?: Slot[]): void {
    this.log.sealDeltas();
    for (const usage of unmeteredUsage(this.state, this.#calls, slots)) this.append(usage);
  }

  /** Not at once: the commit that seals the text is being made. */
  onBudget(): void {
    queueMicrotask(() => this.#settle());
  }

  /** Carries out what the protocol wants until it wants nothing more. */
  #settle(): void {
    if (this.#settling || this.#dead) return;
    this.#settling = true;
    const begun: ActiveCall[] = [];
    try {
      while (this.#obey(decide(this.state), begun));
    } catch (error) {
      this.deps.report(error, `The protocol failed in the run ${this.runId}.`);
      this.#fail();
    }
    this.#settling = false;
    if (this.state.phase === 'over') {
      this.#abortCalls(new Error('The run is over.'));
      this.#bounds.clear();
      this.#backoff.clear();
      return;
    }
    this.#bounds.arm();
    for (const call of begun) if (!call.controller.signal.aborted) void this.#perform(call);
  }

  async #perform(call: ActiveCall): Promise<void> {
    try {
      await runCall(this, call);
    } catch (error) {
      this.deps.report(error, `Writing the run ${this.runId} failed.`);
      this.#fail();
    }
  }

  /** For what must not happen. The run ends, whatever the protocol thinks of it. */
  #fail(): void {
    if (this.isOver) return;
    this.log.append({ type: 'run.failed', error: UNEXPECTED_FAILURE.error });
    this.#writer.touch(this, true);
    this.#abortCalls(new Error('The run has failed.'));
  }

  /** Returns true when a command has changed the state. */
  #obey(commands: Command[], begun: ActiveCall[]): boolean {
    const starts = commands.filter((command) => command.type === 'startCall');
    this.#backoff.keepOnly(new Set(starts.map(({ slot }) => slot)));
    const before = this.state.seq;
    for (const command of commands) {
      switch (command.type) {
        case 'append':
          this.append(command.event as EventDraft);
          break;
        case 'interrupt':
          this.#interrupt(command.slot, command.callId, command.outcome);
          break;
        case 'startCall':
          if (this.#backoff.isDue(command.slot, command.afterMs))
            begun.push(this.#beginCall(command.slot, command.phase));
          break;
      }
    }
    return this.state.seq !== before;
  }

  #beginCall(slot: Slot, phase: CallPhase): ActiveCall {
    const call = newCall(slot, phase);
    this.#calls.set(call.callId, call);
    this.append({ type: 'agent.started', slot, callId: call.callId, phase });
    deliverNews(this, call);
    return call;
  }

  #interrupt(slot: Slot, callId: string, outcome: 'outdated' | 'stopped'): void {
    this.#meter([slot]);
    this.#forget(callId);
    this.append({ type: 'agent.finished', slot, callId, outcome });
  }

  /** Ends the model request of the call; what still comes of it is ignored. */
  #forget(callId: string): void {
    this.#calls.get(callId)?.controller.abort(CALL_OVER);
    this.#calls.delete(callId);
  }

  #abortCalls(reason: Error): void {
    for (const call of this.#calls.values()) call.controller.abort(reason);
    this.#calls.clear();
  }

  #close(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#ready.resolve();
    this.#bounds.clear();
    this.#backoff.clear();
    this.contexts?.close();
    this.#unserve();
    this.#onOver();
  }

  async #control(control: RunControl): Promise<ControlReply> {
    await this.#ready.promise;
    if (this.state.phase === 'over') return { ok: false, code: 'conflict', message: 'The run is over.' };
    if (this.#dead) return { ok: false, code: 'unavailable', message: 'The run is moving to another process.' };
    // Text that is still pending belongs before the person's word.
    this.log.sealDeltas();
    const event = controlEvent(this.state, control);
    if ('refused' in event) return { ok: false, code: 'invalid', message: event.refused };
    this.atOnce(() => {
      if (event.type === 'run.stopped') this.#meter();
      this.append(event);
    });
    this.approvals.hear(event);
    return { ok: true };
  }
}
