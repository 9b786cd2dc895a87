import 'server-only';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { LogBatch } from '@/db/queries/run-log/commit-batches';
import type { Command } from '@/lib/protocol/command';
import { decide } from '@/lib/protocol/decide';
import { stopEvent } from '@/lib/protocol/decide-conclusion';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import { prepareComparing } from '@/lib/protocol/decision/equal/prepare-comparing';
import type { AgentFailed, AgentFinished } from '@/lib/protocol/event';
import { initialState } from '@/lib/protocol/initial-state';
import type { HistoryMessage } from '@/lib/protocol/prompt-message';
import { RunFold } from '@/lib/protocol/run-fold';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { CallBackoff } from '../call/call-backoff';
import { resumedCalls } from '../call/call-clock';
import { UNEXPECTED_FAILURE } from '../call/call-failure';
import { firstEvent } from '../call/first-event';
import { openContexts } from '../call/open-contexts';
import { runCall } from '../call/run-call';
import { RunChecks } from '../check/run-checks';
import type { RunContexts } from '../context-source';
import type { EngineDeps } from '../engine-deps';
import { CommitWaiters } from '../log/commit-waiters';
import { foldingLog } from '../log/folding-log';
import type { LogSource, LogWriter } from '../log/log-writer';
import type { DeltaKind, EventDraft, RunLog } from '../log/run-log';
import { type RememberedCredentials, rememberCredentials } from '../remember-credentials';
import { Approvals } from '../tools/approvals';
import { RunToolSet } from '../tools/run-tool-set';
import { loadState, loadTurn } from './load-run';
import { RunBounds } from './run-bounds';
import { RunCalls } from './run-calls';
import { endOf } from './run-result';
import { type ControlHost, takeControl } from './take-control';

/**
 * Drives one run: writes what happens to its log, folds it, and obeys what the protocol decides. The protocol's functions are pure; this
 * is the only place where their commands meet models, timers and people.
 */
export class RunDriver implements LogSource, CallHost, ControlHost {
  readonly runId: string;
  readonly epoch: number;
  log: RunLog;
  history: HistoryMessage[] = [];
  contexts: RunContexts | null = null;
  readonly counts: CallHost['counts'] = new Map();
  readonly pauses: CallHost['pauses'] = new Map();
  readonly run: ClaimedRun;
  readonly deps: EngineDeps;
  readonly credentialsFor: RememberedCredentials;
  readonly approvals = new Approvals(() => this.#bounds.arm());
  readonly tools: RunToolSet;
  readonly #writer: LogWriter;
  #fold: RunFold;
  readonly #calls = new RunCalls(this);
  readonly #checks = new RunChecks(this);
  readonly #backoff = new CallBackoff(() => this.#settle());
  readonly #bounds: RunBounds;
  readonly #commits = new CommitWaiters();
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
    this.tools = new RunToolSet(deps, run);
    this.#writer = writer;
    this.#onOver = onOver;
    this.#fold = new RunFold(initialState(run.id));
    this.log = foldingLog(this.#fold, this);
    this.#bounds = new RunBounds(this, this.#calls.active);
    this.#unserve = deps.bus.serve(run.id, async (control) => {
      await this.#ready.promise;
      return takeControl(this, control);
    });
  }

  /** The folded log, up to the last sealed event. */
  get state(): RunState {
    return this.#fold.state;
  }

  /** True when the driver writes nothing more. */
  get isOver(): boolean {
    return this.#dead || this.#fold.withoutPieces.phase === 'over';
  }

  get isDriving(): boolean {
    return !this.#dead;
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
      this.tools.sources = [...(this.contexts ? [this.contexts.tools] : []), ...this.deps.tools];
      const resumed = resumedCalls(state, first, this.#calls.active);
      this.atOnce(() => {
        this.meter();
        this.append(first);
        if (options.stop) this.append(stopEvent(this.state));
      });
      this.#ready.resolve();
      if (decidesByEvidence(this.state.team)) prepareComparing();
      for (const call of resumed) if (!call.controller.signal.aborted) void this.#perform(call, true);
    } catch (error) {
      this.deps.report(error, `The run ${this.runId} could not be opened.`);
      this.abandon(error instanceof Error ? error : new Error(String(error)));
    }
  }

  get unstored(): LogSource['unstored'] {
    return this.tools.unstoredWith(this.contexts?.unstored ?? null);
  }

  /** Writes an event and does what follows from it. */
  append(draft: EventDraft): void {
    if (this.isOver) return;
    this.log.append(draft);
    if (draft.type === 'usage') this.deps.spending?.note(this.run, this.state.usage);
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

  committed(seq: number): Promise<boolean> {
    return this.#commits.until(seq);
  }

  onCommitted(seq: number): void {
    this.#commits.reached(seq);
    if (this.#fold.withoutPieces.phase === 'over' && seq >= this.log.seq) this.#close();
  }

  onLost(reason: Error): void {
    if (!this.#dead) this.deps.report(reason, `The run ${this.runId} is no longer driven here.`);
    this.abandon(reason);
  }

  /** Stops all work on the run and writes nothing more: it belongs to somebody else, or will. */
  abandon(reason: Error): void {
    this.#commits.lose();
    this.#calls.abort(reason);
    this.#close();
  }

  /** Stops the work but lets what has happened so far be written. */
  suspend(): void {
    this.log.sealDeltas();
    this.#writer.touch(this, true);
    this.#calls.abort(new Error('The server is shutting down.'));
    this.#close();
  }

  conclude(call: ActiveCall, end: AgentFinished | AgentFailed): void {
    if (!this.#calls.active.has(call.callId)) return;
    this.atOnce(() => {
      if (end.type === 'agent.failed') this.meter([call.slot]);
      this.#calls.forget(call.callId);
      this.append(end);
    });
  }

  /** What the requests in flight of these slots, all by default, have used so far: they will not come to their end. */
  meter(slots?: Slot[]): void {
    this.#calls.meter(slots);
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
    if (this.state.phase !== 'coordinating') this.#checks.end();
    if (this.state.phase === 'over') {
      this.#calls.abort(new Error('The run is over.'));
      this.#bounds.clear();
      this.#backoff.clear();
      return;
    }
    this.#bounds.arm();
    for (const call of begun) if (!call.controller.signal.aborted) void this.#perform(call);
  }

  async #perform(call: ActiveCall, isResumed = false): Promise<void> {
    try {
      await runCall(this, call, isResumed);
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
    this.#calls.abort(new Error('The run has failed.'));
  }

  /** Returns true when a command has changed the state. */
  #obey(commands: Command[], begun: ActiveCall[]): boolean {
    this.#backoff.keepFor(commands);
    const before = this.state.seq;
    for (const command of commands) {
      switch (command.type) {
        case 'append':
          this.append(command.event as EventDraft);
          break;
        case 'interrupt':
          this.#calls.interrupt(command);
          break;
        case 'check':
          this.#checks.begin(command);
          break;
        case 'startCall':
          if (this.#backoff.isDue(command.slot, command.afterMs)) begun.push(this.#calls.begin(command));
          break;
      }
    }
    return this.state.seq !== before;
  }

  #close(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#checks.end();
    this.#ready.resolve();
    this.#bounds.clear();
    this.#backoff.clear();
    this.contexts?.close();
    this.#unserve();
    this.#onOver();
  }
}
