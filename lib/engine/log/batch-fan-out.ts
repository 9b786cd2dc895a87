import { isPlainDelta } from '@/lib/protocol/projection/is-plain-delta';
import type { CommittedBatch } from './run-bus';

/** With each further viewer a piece of text may wait this much longer for what comes behind it, up to the most. */
const GATHER_MS_PER_VIEWER = 8;
const MOST_GATHER_MS = 150;

type Listener = (batch: CommittedBatch) => void;

/** Whoever listens to one run. */
export interface BatchFanOut {
  readonly size: number;
  add(listener: Listener): void;
  remove(listener: Listener): void;
  /** In the order of the log. */
  deliver(batch: CommittedBatch): void;
}

/**
 * Tells all listeners of a run what was committed. One listener hears of it at once. Many hear of what comes after a silence at once, and of
 * text that follows closely as one batch: telling a viewer costs a write to a socket whatever it carries, so that twenty
 * viewers of a fast run would cost more than the run. What is no piece of text never waits, nor does what came before it.
 */
export function createBatchFanOut(): BatchFanOut {
  const listeners = new Set<Listener>();
  let gathered: CommittedBatch | null = null;
  let timer: NodeJS.Timeout | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;

  function tell(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = gathered;
    gathered = null;
    if (!batch) return;
    toldAt = performance.now();
    for (const listener of listeners) listener(batch);
  }

  return {
    get size() {
      return listeners.size;
    },
    add: (listener) => void listeners.add(listener),
    remove(listener) {
      listeners.delete(listener);
      if (listeners.size > 0 || !timer) return;
      clearTimeout(timer);
      timer = null;
      gathered = null;
    },
    deliver(batch) {
      if (listeners.size === 1 && !gathered) {
        for (const listener of listeners) listener(batch);
        return;
      }
      gathered = gathered ? joined(gathered, batch) : batch;
      const gatherMs = Math.min(MOST_GATHER_MS, (listeners.size - 1) * GATHER_MS_PER_VIEWER);
      const wait = toldAt + gatherMs - performance.now();
      if (wait <= 0 || !isTextAlone(batch)) tell();
      else timer ??= setTimeout(tell, wait);
    },
  };
}

function isTextAlone({ events }: CommittedBatch): boolean {
  return events.trimEnd().split('\n').every(isPlainDelta);
}

/** What is missing between two batches is between them when a reader looks: it then sees the gap. */
function joined(first: CommittedBatch, next: CommittedBatch): CommittedBatch {
  if (next.firstSeq !== first.lastSeq + 1) return next;
  const isWhole = Boolean(first.isWhole && next.isWhole);
  return { ...next, firstSeq: first.firstSeq, events: first.events + next.events, isWhole };
}
