import type { Command } from '@/lib/protocol/command';
import type { Slot } from '@/lib/protocol/team';

/** Waits before the next try of a slot (P15). A wait that is not asked for any more is forgotten. */
export class CallBackoff {
  readonly #timers = new Map<Slot, NodeJS.Timeout>();
  readonly #due = new Set<Slot>();
  readonly #onDue: () => void;

  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  /** True when the slot's wait is over; begins the wait when there is none yet. */
  isDue(slot: Slot, afterMs: number): boolean {
    if (afterMs <= 0 || this.#due.has(slot)) return true;
    if (!this.#timers.has(slot)) {
      const timer = setTimeout(() => {
        this.#timers.delete(slot);
        this.#due.add(slot);
        this.#onDue();
      }, afterMs);
      this.#timers.set(slot, timer);
    }
    return false;
  }

  /** Forgets the waits of slots that no command wants to start any more. */
  keepFor(commands: Command[]): void {
    const slots = new Set(commands.flatMap((command) => (command.type === 'startCall' ? [command.slot] : [])));
    for (const [slot, timer] of this.#timers) {
      if (slots.has(slot)) continue;
      clearTimeout(timer);
      this.#timers.delete(slot);
    }
    for (const slot of this.#due) if (!slots.has(slot)) this.#due.delete(slot);
  }

  clear(): void {
    this.keepFor([]);
  }
}
