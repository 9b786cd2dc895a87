import 'server-only';
import { type HeldRight, selectLostRights } from '@/db/queries/access/select-lost-rights';
import { logger } from '@/lib/platform/observability/logger';
import type { Actor } from './actor';

/** Whatever ends a right, in whatever process, ends what is open on it within twice this. */
const CHECK_MS = 750;

interface Holder {
  right: HeldRight;
  onGone: Set<() => void>;
}

interface Held {
  /** What is open, by right: a hundred streams of one person on one run are asked for once. */
  holders: Map<string, Holder>;
  timer: NodeJS.Timeout | null;
  checking: boolean;
  /** Something has changed while a check was under way. */
  again: boolean;
}

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenHeldRights?: Held };

function held(): Held {
  holder.massgenHeldRights ??= { holders: new Map(), timer: null, checking: false, again: false };
  return holder.massgenHeldRights;
}

/**
 * Holds the right to read a run (`null` = to be signed in) for something that stays open: `onGone` is called once it has gone, because the session or key was revoked
 * or has expired, the person or their membership is gone, or the conversation is deleted or no longer shown to them. Returns the
 * function that lets go. One statement at a time asks for all that is open in this process.
 */
export function holdRight(actor: Actor, runId: string | null, onGone: () => void): () => void {
  const { holders } = held();
  const right: HeldRight = {
    via: actor.via.kind,
    viaId: actor.via.kind === 'session' ? actor.via.sessionId : actor.via.apiKeyId,
    userId: actor.userId,
    runId,
  };
  const key = `${right.viaId} ${runId}`;
  const entry = holders.get(key) ?? { right, onGone: new Set() };
  holders.set(key, entry);
  entry.onGone.add(onGone);
  held().timer ??= setInterval(() => void check(), CHECK_MS).unref();
  return () => {
    entry.onGone.delete(onGone);
    if (entry.onGone.size === 0 && holders.get(key) === entry) holders.delete(key);
  };
}

/** A right may have ended in this process: what is open on it closes now. To be called behind the change. */
export function recheckRights(): void {
  void check();
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
    logger.error({ error }, 'The rights of open streams could not be checked.');
  } finally {
    state.checking = false;
    if (state.holders.size === 0 && state.timer) {
      clearInterval(state.timer);
      state.timer = null;
    }
  }
}

async function closeLost(holders: Held['holders']): Promise<void> {
  const all = [...holders];
  if (all.length === 0) return;
  for (const index of await selectLostRights(all.map(([, { right }]) => right))) {
    const [key, entry] = all[index] ?? [];
    if (key === undefined || !entry) continue;
    if (holders.get(key) === entry) holders.delete(key);
    for (const close of [...entry.onGone]) close();
  }
}
