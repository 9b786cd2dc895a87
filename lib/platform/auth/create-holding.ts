import 'server-only';
import { logger } from '@/lib/platform/observability/logger';

/** Whatever ends a right, in whatever process, ends what is open on it within twice this. */
const CHECK_MS = 750;

interface Holder<R> {
  right: R;
  onGone: Set<() => void>;
}

interface Held<R> {
  /** What is open, by right: a hundred streams of one person on one run are asked for once. */
  holders: Map<string, Holder<R>>;
  timer: NodeJS.Timeout | null;
  checking: boolean;
  /** Something has changed while a check was under way. */
  again: boolean;
}

export interface Holding<R> {
  /** Calls `onGone` once the right has gone; returns the function that lets go. Rights of one key are one right. */
  hold(key: string, right: R, onGone: () => void): () => void;
  /** Something may have ended in this process: what is open on it closes now. */
  recheck(): void;
}

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenHeld?: Record<string, Held<unknown>> };

/** Rights of one kind that something open stands on. `selectLost` says which have gone, as indexes: one statement at a time asks for all of this process. */
export function createHolding<R>(kind: string, selectLost: (rights: R[]) => Promise<number[]>): Holding<R> {
  function held(): Held<R> {
    holder.massgenHeld ??= {};
    holder.massgenHeld[kind] ??= { holders: new Map(), timer: null, checking: false, again: false };
    return holder.massgenHeld[kind] as Held<R>;
  }

  async function check(): Promise<void> {
    const state = held();
    if (state.checking) {
      state.again = true;
      return;
    }
    state.checking = true;
    try {
      do {
        state.again = false;
        await closeLost(state.holders);
      } while (state.again);
    } catch (error) {
      logger.error({ error, kind }, 'The rights of open streams could not be checked.');
    } finally {
      state.checking = false;
      if (state.holders.size === 0 && state.timer) {
        clearInterval(state.timer);
        state.timer = null;
      }
    }
  }

  async function closeLost(holders: Held<R>['holders']): Promise<void> {
    const all = [...holders];
    if (all.length === 0) return;
    for (const index of await selectLost(all.map(([, { right }]) => right))) {
      const [key, entry] = all[index] ?? [];
      if (key === undefined || !entry) continue;
      if (holders.get(key) === entry) holders.delete(key);
      for (const close of [...entry.onGone]) close();
    }
  }

  return {
    hold(key, right, onGone) {
      const { holders } = held();
      const entry = holders.get(key) ?? { right, onGone: new Set() };
      holders.set(key, entry);
      entry.onGone.add(onGone);
      held().timer ??= setInterval(() => void check(), CHECK_MS).unref();
      return () => {
        entry.onGone.delete(onGone);
        if (entry.onGone.size === 0 && holders.get(key) === entry) holders.delete(key);
      };
    },
    recheck: () => void check(),
  };
}
