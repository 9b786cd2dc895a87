import { Semaphore } from './semaphore';

/** Mutexes by name: who acquires one has it alone until it is released; others wait in line. */
export class KeyedMutex {
  readonly #mutexes = new Map<string, { place: Semaphore; users: number }>();

  /** Acquires the mutex, as soon as it is free, and returns how to release it. Throws the signal's reason when it is aborted first. */
  async acquire(name: string, signal: AbortSignal): Promise<() => void> {
    const mutex = this.#mutexes.get(name) ?? { place: new Semaphore(1), users: 0 };
    this.#mutexes.set(name, mutex);
    mutex.users += 1;
    const forget = () => {
      mutex.users -= 1;
      if (mutex.users === 0) this.#mutexes.delete(name);
    };
    try {
      await mutex.place.acquire(signal);
    } catch (error) {
      forget();
      throw error;
    }
    return () => {
      mutex.place.release();
      forget();
    };
  }
}
