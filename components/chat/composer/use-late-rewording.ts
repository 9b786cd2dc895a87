import { useLayoutEffect, useRef } from 'react';
import type { Turn } from '@/lib/browser/run/turn';

interface LateRewording {
  /** The turns that still wait. */
  queued: Turn[];
  /** Told of what somebody was writing when the turn that it was meant for no longer waited. */
  onLate: (text: string) => void;
}

/**
 * Keeps what somebody writes instead of a question that waits: it may be asked as it was while they write. Returns what is to be told of each
 * change; `null` = nobody writes.
 */
export function useLateRewording({ queued, onLate }: LateRewording): (runId: string, text: string | null) => void {
  const writing = useRef(new Map<string, string>());
  // Before the next key is heard: the box that it was meant for is gone.
  useLayoutEffect(() => {
    for (const [runId, text] of writing.current) {
      if (queued.some(({ run }) => run.id === runId)) continue;
      writing.current.delete(runId);
      onLate(text);
    }
  });
  return (runId, text) => {
    if (text === null) writing.current.delete(runId);
    else writing.current.set(runId, text);
  };
}
