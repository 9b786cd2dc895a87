import 'server-only';
import { Places } from './places';

/** Lanes by name: who takes one has it alone until it is left; others wait in line. */
export class Lanes {
  readonly #lanes = new Map<string, { place: Places; users: number }>();

  /** Takes the lane, as soon as it is free, and returns how to leave it. Throws the signal's reason when it is aborted first. */
  async take(name: string, signal: AbortSignal): Promise<() => void> {
    const lane = this.#lanes.get(name) ?? { place: new Places(1), users: 0 };
    this.#lanes.set(name, lane);
    lane.users += 1;
    const forget = () => {
      lane.users -= 1;
      if (lane.users === 0) this.#lanes.delete(name);
    };
    try {
      await lane.place.take(signal);
    } catch (error) {
      forget();
      throw error;
    }
    return () => {
      lane.place.give();
      forget();
    };
  }
}
