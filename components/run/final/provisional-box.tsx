import type { ReactNode } from 'react';
import { texts } from '../texts';

/** Holds the leading answer at a fixed height: whichever answer leads, nothing below it moves. */
export function ProvisionalBox({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div
      role="group"
      aria-label={texts.answerSoFar}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
      tabIndex={0}
      className="relative h-44 overflow-y-auto pb-8 text-muted [mask-image:linear-gradient(to_bottom,black_calc(100%-2.5rem),transparent)]"
    >
      {children}
    </div>
  );
}
