import type { ContextRun, RunContexts } from '@/lib/engine/context-source';
import type { EventDraft } from '@/lib/engine/log/run-log';
import type { Reader } from '@/lib/engine/reader';
import type { ToolSource } from '@/lib/engine/tool-source';
import { AppError } from '@/lib/platform/errors/app-error';
import type { SharedContext, SnapshotKind } from '@/lib/protocol/context-event';
import type { RunState } from '@/lib/protocol/state';
import type { AnswerId, Slot } from '@/lib/protocol/team';
import { createBoardSource } from './board/board-source';
import { SlotCapture } from './capture/slot-capture';
import { baseOf, slotStart, type TurnBases } from './capture/slot-start';
import { ContextDamagedError } from './context-damaged-error';
import { Deliveries } from './deliver/deliveries';
import type { PeerRead } from './deliver/peer-read';
import { readPeerFile } from './deliver/read-peer-file';
import { readPeerPart } from './deliver/read-peer-part';
import type { ContextStore } from './store/context-store';

export type Report = (error: unknown, what: string) => void;

/** The contexts of one run: who captures, what is due to whom. One object a run, so that what it holds goes with the run. */
export class ContextsOfRun implements RunContexts {
  readonly tools: ToolSource;
  readonly #run: ContextRun;
  readonly #store: ContextStore;
  readonly #bases: TurnBases;
  readonly #append: (draft: EventDraft) => void;
  readonly #report: Report;
  readonly #captures = new Map<Slot, SlotCapture>();
  readonly #deliveries: Deliveries;
  /** Failures that have been told, so that each is told once. */
  readonly #told = new Set<string>();
  #isClosed = false;
  #unstored: Promise<void> | null = null;

  constructor(
    run: ContextRun,
    store: ContextStore,
    bases: TurnBases,
    append: (draft: EventDraft) => void,
    report: Report,
  ) {
    this.#run = run;
    this.#store = store;
    this.#bases = bases;
    this.#append = append;
    this.#report = report;
    this.tools = createBoardSource({
      part: (state, reader, peer, part) =>
        this.#read(peer, async (capture) => readPeerPart(store, capture, state, reader, part)),
      file: (state, reader, peer, path, fromLine) =>
        this.#read(peer, async (capture) => readPeerFile(store, capture, state, reader, path, fromLine)),
    });
    const captureOf = (slot: Slot) => this.#captureOf(slot);
    this.#deliveries = new Deliveries(run, store, bases, captureOf, this.#onFailure, (slot, write) =>
      this.#hold(slot, write),
    );
  }

  capture(state: RunState, slot: Slot, kind: SnapshotKind, answerId: AnswerId | null): void {
    if (!this.#isClosed) this.#captureOf(slot).add({ state, kind, answerId });
  }

  get unstored(): Promise<void> | null {
    return this.#unstored;
  }

  prepared(patienceMs: number): Promise<void> {
    return atMost(
      patienceMs,
      [...this.#captures.values()].flatMap(({ preparing }) => preparing ?? []),
    );
  }

  stored(patienceMs: number): Promise<void> {
    return atMost(
      patienceMs,
      [...this.#captures.values()].map((capture) => capture.flush()),
    );
  }

  due(state: RunState, reader: Reader): Promise<SharedContext[]> {
    return this.#deliveries.due(state, reader);
  }

  comparison(state: RunState, reader: Reader, due: SharedContext[]): Promise<SharedContext | null> {
    return this.#deliveries.comparison(state, reader, due);
  }

  texts(hashes: string[]): Promise<Map<string, string>> {
    return this.#deliveries.texts(hashes);
  }

  continuedFrom(slot: Slot): string | null {
    const base = baseOf(this.#bases, slot);
    return base?.isContinuation ? base.snapshotId : null;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #read(peer: Slot, read: (capture: SlotCapture) => Promise<PeerRead>): Promise<PeerRead> {
    try {
      return await read(this.#captureOf(peer));
    } catch (error) {
      this.#onFailure(peer, error);
      return { text: failureOf(error).message, isError: true, context: null };
    }
  }

  #captureOf(slot: Slot): SlotCapture {
    const known = this.#captures.get(slot);
    if (known) return known;
    const start = slotStart(slot, this.#store, this.#bases, this.#onFailure);
    const made = new SlotCapture(slot, this.#run, this.#store, start, this.#append, this.#onFailure);
    this.#captures.set(slot, made);
    return made;
  }

  /** What the log says must be stored before: a failure is told, and the log goes on. */
  #hold(slot: Slot, write: Promise<unknown>): void {
    const told = write.catch((error: unknown) => this.#onFailure(slot, error));
    const all = Promise.all([this.#unstored, told]).then(() => {
      if (this.#unstored === all) this.#unstored = null;
    });
    this.#unstored = all;
  }

  readonly #onFailure = (slot: Slot, error: unknown): void => {
    const { snapshotId, ...failure } = failureOf(error);
    const key = `${slot} ${snapshotId ?? failure.message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    if (!(error instanceof AppError))
      this.#report(error, `A context of slot ${slot} in the run ${this.#run.runId} failed.`);
    this.#append({ type: 'context.failed', slot, ...(snapshotId && { snapshotId }), error: failure });
  };
}

function failureOf(error: unknown): { code: string; message: string; snapshotId: string | null } {
  const snapshotId = error instanceof ContextDamagedError ? error.snapshotId : null;
  if (error instanceof AppError) return { code: error.code, message: error.message, snapshotId };
  return {
    code: 'context_failed',
    message: 'The context could not be captured or read; the server’s log says why. The run goes on without it.',
    snapshotId,
  };
}

/** Resolves when all have, or after so long. */
async function atMost(patienceMs: number, promises: Promise<void>[]): Promise<void> {
  if (promises.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([Promise.all(promises), patience]);
  clearTimeout(timer);
}
