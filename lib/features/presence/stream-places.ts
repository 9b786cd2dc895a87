import type { PresenceState } from './presence-message';

/** Somebody who has stopped typing without a word has stopped after this. */
const WRITING_MS = 6_000;

interface Tab {
  conversationId: string;
  state: 'here' | 'writing';
  stopsWriting: NodeJS.Timeout | undefined;
}

/** The tabs of one browser: together they are at one or more conversations. */
export class StreamPlaces {
  readonly #tabs = new Map<string, Tab>();
  readonly #onChange: (conversationId: string, state: PresenceState) => void;

  /** @param onChange what the tabs of a conversation do together, whenever one of them says something */
  constructor(onChange: (conversationId: string, state: PresenceState) => void) {
    this.#onChange = onChange;
  }

  say(tabId: string, conversationId: string, state: PresenceState): void {
    const before = this.#tabs.get(tabId);
    // A page that has gone may say so behind the next one.
    if (state === 'gone' && before?.conversationId !== conversationId) return;
    clearTimeout(before?.stopsWriting);
    this.#tabs.delete(tabId);
    if (state !== 'gone') {
      const stopsWriting =
        state === 'writing' ? setTimeout(() => this.say(tabId, conversationId, 'here'), WRITING_MS).unref() : undefined;
      this.#tabs.set(tabId, { conversationId, state, stopsWriting });
    }
    if (before && before.conversationId !== conversationId) this.#tell(before.conversationId);
    this.#tell(conversationId);
  }

  /** Nobody of this browser is there any more. */
  leave(conversationId: string): void {
    for (const [id, tab] of this.#tabs) if (tab.conversationId === conversationId) this.say(id, conversationId, 'gone');
  }

  leaveAll(): void {
    for (const { conversationId } of [...this.#tabs.values()]) this.leave(conversationId);
  }

  /** What the tabs there do together. */
  stateIn(conversationId: string): PresenceState {
    const there = [...this.#tabs.values()].filter((tab) => tab.conversationId === conversationId);
    if (there.length === 0) return 'gone';
    return there.some(({ state }) => state === 'writing') ? 'writing' : 'here';
  }

  conversations(): string[] {
    return [...new Set([...this.#tabs.values()].map(({ conversationId }) => conversationId))];
  }

  get size(): number {
    return this.#tabs.size;
  }

  has(tabId: string): boolean {
    return this.#tabs.has(tabId);
  }

  #tell(conversationId: string): void {
    this.#onChange(conversationId, this.stateIn(conversationId));
  }
}
