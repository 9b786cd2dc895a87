import type { ContextRun } from '@/lib/engine/context-source';
import type { Reader } from '@/lib/engine/reader';
import type { SharedContext } from '@/lib/protocol/context-event';
import { type SharingTerms, sharingTerms } from '@/lib/protocol/sharing';
import type { RunState } from '@/lib/protocol/state';
import { type AnswerId, CONTEXT_PARTS, type Slot } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import type { SlotCapture } from '../capture/slot-capture';
import { baseOf, type TurnBases } from '../capture/slot-start';
import type { Context } from '../context';
import { changesBetween } from '../files/changes-between';
import type { ContextStore } from '../store/context-store';
import { cachedTransform } from './cached-transform';
import { compareWork } from './compare-work';
import { ContextDiffs } from './context-diffs';
import { givenContexts } from './given-contexts';
import { readerForm } from './reader-form';
import { readingBudget, windowRoom } from './reading-budget';
import { SharedTexts } from './shared-texts';

type OnFailure = (slot: Slot, error: unknown) => void;

/** What the slots of one run are given of contexts, without being asked. */
export class Deliveries {
  readonly #store: ContextStore;
  readonly #bases: TurnBases;
  readonly #captureOf: (slot: Slot) => SlotCapture;
  readonly #onFailure: OnFailure;
  readonly #hold: (slot: Slot, write: Promise<unknown>) => void;
  readonly #texts: SharedTexts;
  readonly #diffs: ContextDiffs;
  /** What came to nothing, by reader and answer: it is not tried at every step. */
  readonly #empty = new Set<string>();

  constructor(
    run: ContextRun,
    store: ContextStore,
    bases: TurnBases,
    captureOf: (slot: Slot) => SlotCapture,
    onFailure: OnFailure,
    hold: (slot: Slot, write: Promise<unknown>) => void,
  ) {
    this.#store = store;
    this.#bases = bases;
    this.#captureOf = captureOf;
    this.#onFailure = onFailure;
    this.#hold = hold;
    this.#diffs = new ContextDiffs(store);
    this.#texts = new SharedTexts(run, store, hold);
  }

  async due(state: RunState, reader: Reader): Promise<SharedContext[]> {
    const { pushed } = givenContexts(state, reader.slot);
    const found: SharedContext[] = [];
    const own = await this.#orNothing(reader.slot, `${reader.slot} own`, () => this.#own(state, reader, pushed));
    if (own) found.push(own);
    const terms = sharingTerms(state.team, reader.slot);
    const peers = (terms?.peers ?? []).flatMap((peer) => {
      const answerId = slotOf(state, reader.slot)?.seen.findLast((id) => answerOf(state, id)?.slot === peer);
      const isGiven = pushed.some((given) => given.kind === 'peer' && given.answerId === answerId);
      return answerId && !isGiven && !this.#empty.has(`${reader.slot} ${answerId}`) ? [{ peer, answerId }] : [];
    });
    for (const [index, { peer, answerId }] of peers.entries()) {
      if (!terms) continue;
      const maxTokens = readingBudget(terms, reader, peer, { pushed, found, waiting: peers.length - index });
      const shared = await this.#orNothing(peer, `${reader.slot} ${answerId}`, () =>
        this.#peer(state, reader, { ...terms, maxTokens }, peer, answerId, pushed),
      );
      if (shared) found.push(shared);
    }
    return found;
  }

  /** For the presenter: its own files and those of who shares them with it, beside one another. */
  async comparison(state: RunState, reader: Reader, due: SharedContext[]): Promise<SharedContext | null> {
    const { pushed } = givenContexts(state, reader.slot);
    if (pushed.some(({ kind }) => kind === 'comparison')) return null;
    return this.#orNothing(reader.slot, `${reader.slot} comparison`, async () => {
      const began = performance.now();
      const contexts = await this.#latestFor(state, reader.slot);
      const text = await compareWork(this.#store, contexts, windowRoom(reader, due));
      if (text === null) return null;
      const snapshotId = contexts.find(({ slot }) => slot === reader.slot)?.id ?? contexts[0]?.id ?? '';
      const kept = this.#texts.keep(text, reader.slot);
      const receipt = { kind: 'comparison' as const, from: reader.slot, answerId: null, snapshotId, ...kept };
      return { ...receipt, form: 'text' as const, items: 0, tookMs: Math.round(performance.now() - began) };
    });
  }

  /** Texts to which requests refer; in place of what cannot be read stands that it cannot. */
  texts(hashes: string[]): Promise<Map<string, string>> {
    return this.#texts.all(hashes);
  }

  async #own(state: RunState, reader: Reader, pushed: SharedContext[]): Promise<SharedContext | null> {
    const base = baseOf(this.#bases, reader.slot);
    const sharing = state.team?.coordination.contextSharing;
    if (!base || !sharing || pushed.some(({ kind }) => kind === 'own')) return null;
    const context = await this.#store.load(base.snapshotId, { isFresh: true });
    const terms = { include: [...CONTEXT_PARTS], maxTokens: Math.min(sharing.maxTokensTotal, windowRoom(reader, [])) };
    return this.#shared('own', reader, context, {
      ...terms,
      seen: 0,
      changes: context.changes,
      since: null,
      topic: null,
    });
  }

  async #peer(
    state: RunState,
    reader: Reader,
    terms: Pick<SharingTerms, 'include' | 'byTopic'> & { maxTokens: number },
    peer: Slot,
    answerId: AnswerId,
    pushed: SharedContext[],
  ): Promise<SharedContext | null | 'later'> {
    const capture = this.#captureOf(peer);
    const context = await capture.latest();
    const answer = answerOf(state, answerId);
    // Not captured yet, or it failed.
    if (!context || !answer || context.seq < answer.seq) return 'later';
    const last = pushed.findLast(({ kind, from }) => kind === 'peer' && from === peer);
    const changes = last ? changesBetween(await this.#filesOf(capture, last), context.files) : context.changes;
    const shared = await this.#shared('peer', reader, context, {
      include: terms.include,
      maxTokens: terms.maxTokens,
      seen: last?.items ?? 0,
      changes,
      since: last?.snapshotId ?? null,
      topic: terms.byTopic ? state.input : null,
    });
    // The receipt names the snapshot.
    if (shared && capture.unstored) this.#hold(peer, capture.unstored);
    return shared && { ...shared, answerId: answer.answerId };
  }

  async #filesOf(capture: SlotCapture, { snapshotId }: SharedContext) {
    return capture.filesOf(snapshotId) ?? (await this.#store.load(snapshotId)).files;
  }

  async #shared(
    kind: 'peer' | 'own',
    reader: Reader,
    context: Context,
    terms: Omit<Parameters<typeof cachedTransform>[1], 'kind' | 'form' | 'diffs'> & {
      changes: Context['changes'];
      /** The snapshot that the reader knows. */
      since: string | null;
    },
  ): Promise<SharedContext | null> {
    const began = performance.now();
    const { changes, since, ...rest } = terms;
    const diffs = rest.include.includes('files') ? await this.#diffs.of(context, changes, since) : [];
    const form = readerForm(reader, context);
    const { text, items, cut } = cachedTransform(context, { ...rest, kind, form, diffs });
    if (text === '') return null;
    const kept = this.#texts.keep(text, context.slot);
    return {
      kind,
      from: context.slot,
      answerId: null,
      snapshotId: context.id,
      ...kept,
      form,
      items,
      ...(cut && { cut }),
      tookMs: Math.round(performance.now() - began),
    };
  }

  /** The reader's own and of those who share their files with it, in the order of the team. */
  async #latestFor(state: RunState, reader: Slot): Promise<Context[]> {
    const terms = sharingTerms(state.team, reader);
    const peers = terms?.include.includes('files') ? terms.peers : [];
    const slots = state.slots.map(({ slot }) => slot).filter((slot) => slot === reader || peers.includes(slot));
    const all = await Promise.all(slots.map((slot) => this.#captureOf(slot).latest()));
    return all.flatMap((context) => context ?? []);
  }

  /** A context that fails is told, and is not tried again. */
  async #orNothing(
    slot: Slot,
    key: string,
    find: () => Promise<SharedContext | null | 'later'>,
  ): Promise<SharedContext | null> {
    if (this.#empty.has(key)) return null;
    try {
      const found = await find();
      if (found === 'later') return null;
      if (!found) this.#empty.add(key);
      return found;
    } catch (error) {
      this.#empty.add(key);
      this.#onFailure(slot, error);
      return null;
    }
  }
}
