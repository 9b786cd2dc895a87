import type { ContextRun } from '@/lib/engine/context-source';
import type { EventDraft } from '@/lib/engine/log/run-log';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { findWorkFolder } from '@/lib/work-folders/work-folders';
import type { Context, ContextFile, ContextUsage } from '../context';
import { changesBetween } from '../files/changes-between';
import type { FolderIndex } from '../files/folder-index';
import { indexOfFiles } from '../files/index-of-files';
import { scanFolder } from '../files/scan-folder';
import type { ContextStore } from '../store/context-store';
import type { SnapshotHead } from '../store/snapshot';
import { contextItems } from '../transform/context-items';
import { planOf } from '../transform/plan-of';
import { CaptureQueue, type CaptureRequest } from './capture-queue';

/** Snapshots between two whose manifest names all files: no longer chain is ever read. */
const DELTAS_IN_A_ROW = 32;

/** Where a slot stands when its first capture begins. */
export interface SlotStart {
  /** Its newest snapshot: of this run when that goes on after a crash, else of where its turn begins. */
  head: SnapshotHead | null;
  /** Put together, when it is of this run. */
  latest: Context | null;
  /** The files at the start of the turn. */
  filesAtStart: ContextFile[];
  /** The files as the newest snapshot knows them. */
  files: ContextFile[];
}

/** Captures the contexts of one slot in one run, one after the other. */
export class SlotCapture {
  readonly slot: Slot;
  readonly start: Promise<SlotStart>;
  readonly #run: ContextRun;
  readonly #store: ContextStore;
  readonly #append: (draft: EventDraft) => void;
  readonly #onFailure: (slot: Slot, error: unknown) => void;
  readonly #queue = new CaptureQueue((request) => this.#captureOrTell(request));
  #head: SnapshotHead | null = null;
  #index: FolderIndex | null = null;
  #latest: Context | null = null;
  /** The files behind each answer, for what is new since. */
  readonly #filesOf = new Map<string, ContextFile[]>();

  constructor(
    slot: Slot,
    run: ContextRun,
    store: ContextStore,
    start: Promise<SlotStart>,
    append: (draft: EventDraft) => void,
    onFailure: (slot: Slot, error: unknown) => void,
  ) {
    this.slot = slot;
    this.start = start.then((found) => {
      this.#head = found.head;
      this.#latest = found.latest;
      return found;
    });
    this.#run = run;
    this.#store = store;
    this.#append = append;
    this.#onFailure = onFailure;
  }

  /** The newest snapshot of this run, put together; `null` = none yet. */
  async latest(): Promise<Context | null> {
    await this.start;
    return this.#latest;
  }

  /** The files of a snapshot of this run, when this process has captured it. */
  filesOf(snapshotId: string): ContextFile[] | null {
    return this.#filesOf.get(snapshotId) ?? null;
  }

  /** As in `CaptureQueue`. */
  get preparing(): Promise<void> | null {
    return this.#queue.preparing;
  }

  get unstored(): Promise<void> | null {
    return this.#queue.unstored;
  }

  flush(): Promise<void> {
    return this.#queue.flush();
  }

  add(request: CaptureRequest): void {
    this.#queue.add(request);
  }

  async #captureOrTell(request: CaptureRequest): Promise<() => Promise<void>> {
    const tell = (error: unknown) => this.#onFailure(this.slot, error);
    try {
      const write = await this.#capture(request);
      return async () => write?.().catch(tell);
    } catch (error) {
      tell(error);
      return async () => {};
    }
  }

  /** Makes the snapshot, which others can read from then on. Returns what stores and tells it; `null` = there is nothing new. */
  async #capture({ state, kind, answerId }: CaptureRequest): Promise<(() => Promise<void>) | null> {
    const began = performance.now();
    const start = await this.start;
    const known = this.#latest?.items.length ?? 0;
    const items = contextItems(state, this.slot);
    const { files, changed, bytes: fileBytes } = await this.#scan(start);
    if (items.length === known && changed.length === 0 && answerId === null) return null;
    const complete = this.#head === null || this.#head.depth >= DELTAS_IN_A_ROW;
    const plan = planOf(items);
    const usage = usageOf(state, this.slot);
    const backend = state.team?.agents.find((agent) => agent.slot === this.slot)?.backend.type ?? '';
    const tookMs = Math.round(performance.now() - began);
    const content = { backend, seq: state.seq, kind, answerId, plan, usage };
    const parent = this.#head;
    const prepared = await this.#store.prepare(
      { ...this.#run, slot: this.slot },
      { ...content, parent, items: items.slice(known), files: complete ? files : changed, complete, tookMs },
    );
    const { id, hash } = prepared.head;
    const { runId } = this.#run;
    const changes = changesBetween(start.filesAtStart, files);
    const parentId = parent?.id ?? null;
    const context = { id, hash, parentId, runId, slot: this.slot, items, files, changes, ...content };
    this.#head = prepared.head;
    this.#latest = context;
    if (answerId) this.#filesOf.set(id, files);
    return async () => {
      const bytes = await this.#store.write(prepared, fileBytes);
      this.#tell(state, context, changed.length, bytes, performance.now() - began);
    };
  }

  /** The working folder as it is now; a slot without one has no files. */
  async #scan(start: SlotStart): Promise<{ files: ContextFile[]; changed: ContextFile[]; bytes: number }> {
    const files = this.#latest?.files ?? start.files;
    const folder = await findWorkFolder({ ...this.#run, slot: this.slot });
    if (!folder) return { files, changed: [], bytes: 0 };
    let bytes = 0;
    const { index, changed } = await scanFolder(folder.files, this.#index ?? indexOfFiles(files), async (blobs) => {
      bytes += await this.#store.keepBlobs(this.#run, blobs);
    });
    this.#index = index;
    if (changed.length === 0) return { files, changed, bytes };
    return { files: index.files, changed, bytes };
  }

  #tell(state: RunState, context: Context, files: number, bytes: number, tookMs: number): void {
    const { id, hash, parentId, kind, answerId, items } = context;
    this.#append({
      type: 'context.captured',
      slot: this.slot,
      callId: callIdOf(state, this.slot),
      snapshotId: id,
      hash,
      parentId,
      kind,
      answerId,
      items: items.length,
      files,
      bytes,
      tookMs: Math.round(tookMs),
    });
  }
}

function callIdOf(state: RunState, slot: Slot): string {
  const call = slotOf(state, slot)?.items.findLast((item) => item.kind === 'call');
  return call?.kind === 'call' ? call.callId : '';
}

function usageOf(state: RunState, slot: Slot): ContextUsage {
  const {
    inputTokens = 0,
    outputTokens = 0,
    cachedTokens = 0,
    reasoningTokens = 0,
    costUsd = null,
  } = slotOf(state, slot)?.usage ?? {};
  return { inputTokens, outputTokens, cachedTokens, reasoningTokens, costUsd };
}
