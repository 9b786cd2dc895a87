import type { RunEvent } from './event';
import { evolve } from './evolve';
import type { RunState } from './state';
import { deltaOf, type StreamedText } from './streamed-text';
import type { Slot } from './team';

/**
 * The fold of a log that is being written. Nearly all events are pieces of text that continue the piece before, and nobody looks at the state
 * between two of them: they are folded as one when somebody does, which makes the same state.
 */
export class RunFold {
  #state: RunState;
  /** Behind everything that is folded. */
  readonly #pieces = new Map<Slot, StreamedText & { seq: number; at: string }>();

  constructor(state: RunState) {
    this.#state = state;
  }

  get state(): RunState {
    if (this.#pieces.size > 0) this.#foldPieces();
    return this.#state;
  }

  /** The state but for the latest pieces of text, on which only texts, their lengths and the seq depend. Costs nothing. */
  get withoutPieces(): RunState {
    return this.#state;
  }

  add(event: RunEvent): void {
    this.#state = evolve(this.state, event);
  }

  /** A piece of the call and kind of its slot's last event, behind which the run has had no events but such pieces. */
  addPiece(seq: number, at: string, piece: StreamedText): void {
    const before = this.#pieces.get(piece.slot);
    if (!before) {
      this.#pieces.set(piece.slot, { ...piece, seq, at });
      return;
    }
    before.text += piece.text;
    before.seq = seq;
    before.at = at;
  }

  #foldPieces(): void {
    const pieces = [...this.#pieces.values()].sort((a, b) => a.seq - b.seq);
    this.#pieces.clear();
    for (const { seq, at, ...piece } of pieces) {
      this.#state = evolve(this.#state, { seq, at, runId: this.#state.runId, ...deltaOf(piece) });
    }
  }
}
