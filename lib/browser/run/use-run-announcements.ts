import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '@/lib/browser/ui/announce';
import { spokenText } from '@/lib/browser/ui/spoken-text';
import type { RunState } from '@/lib/protocol/state';
import { runAnnouncement } from './run-announcement';

/** Tells screen readers what changed between two renders. `answer` holds the final answer once it is there. */
export function useRunAnnouncements(state: RunState, answer: RefObject<Element | null>): void {
  const before = useRef(state);
  useEffect(() => {
    const shownAnswer = () => (answer.current ? spokenText(answer.current) : (state.final?.text ?? ''));
    const text = runAnnouncement(before.current, state, shownAnswer);
    before.current = state;
    if (text) announce(text);
  }, [state, answer]);
}
