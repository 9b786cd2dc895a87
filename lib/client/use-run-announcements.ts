import { useEffect, useRef } from 'react';
import type { RunState } from '../protocol/state';
import { announce } from './announce';
import { runAnnouncement } from './run-announcement';

/** Tells screen readers what changed between two renders. */
export function useRunAnnouncements(state: RunState): void {
  const before = useRef(state);
  useEffect(() => {
    const text = runAnnouncement(before.current, state);
    before.current = state;
    if (text) announce(text);
  }, [state]);
}
