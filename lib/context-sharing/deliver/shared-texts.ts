import type { ContextRun } from '@/lib/engine/context-source';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { Slot } from '@/lib/protocol/team';
import { ContextDamagedError } from '../context-damaged-error';
import type { ContextStore } from '../store/context-store';
import { sha256 } from '../store/sha256';

/** Of a run: all that its slots may be given, several times over. */
const MAX_KEPT_CHARACTERS = 4_000_000;

/** The texts of contexts that requests of one run refer to. Stored before anything refers to them; the newest are kept at hand. */
export class SharedTexts {
  readonly #run: ContextRun;
  readonly #store: ContextStore;
  readonly #kept = new Map<string, string>();
  #characters = 0;

  readonly #hold: (slot: Slot, write: Promise<unknown>) => void;

  /** @param hold gets what must be done before the log may say it, and of whom it is, should it fail */
  constructor(run: ContextRun, store: ContextStore, hold: (slot: Slot, write: Promise<unknown>) => void) {
    this.#run = run;
    this.#store = store;
    this.#hold = hold;
  }

  /** Has a text stored, once. Returns its name and size at once; the log may name it when it is stored. */
  keep(text: string, slot: Slot): { hash: string; bytes: number; tokens: number } {
    const content = Buffer.from(text);
    const hash = sha256(content);
    if (!this.#kept.has(hash)) {
      this.#remember(hash, text);
      this.#hold(slot, this.#store.saveText(this.#run, text));
    }
    return { hash, bytes: content.byteLength, tokens: Math.ceil(text.length / CHARACTERS_PER_TOKEN) };
  }

  async all(hashes: string[]): Promise<Map<string, string>> {
    const found = await Promise.all(hashes.map(async (hash) => [hash, await this.#read(hash)] as const));
    return new Map(found);
  }

  async #read(hash: string): Promise<string> {
    const known = this.#kept.get(hash);
    if (known !== undefined) return known;
    try {
      const text = await this.#store.text(hash);
      this.#remember(hash, text);
      return text;
    } catch (error) {
      if (!(error instanceof ContextDamagedError)) throw error;
      return '[What another agent shared here cannot be read any more. Go on without it.]';
    }
  }

  #remember(hash: string, text: string): void {
    if (this.#kept.has(hash)) return;
    this.#kept.set(hash, text);
    this.#characters += text.length;
    for (const [oldest, value] of this.#kept) {
      if (this.#characters <= MAX_KEPT_CHARACTERS) break;
      this.#kept.delete(oldest);
      this.#characters -= value.length;
    }
  }
}
