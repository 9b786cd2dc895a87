'use client';
import type { ReactNode } from 'react';
import { ChosenAnswer } from './lazy-disagreement';

interface AnswerProps {
  /** What a person chose after the end in place of the team's answer; `null` = nothing else. */
  chosen: { answerId: string; text: string } | null;
  final: ReactNode;
  /** Who agrees with the team's answer. */
  report: ReactNode;
}

/** The team's answer with its report; once a person has overruled it, what both say stands behind the answer that was chosen. */
export function Answer({ chosen, final, report }: AnswerProps) {
  const original = (
    <>
      {final}
      {report}
    </>
  );
  return chosen ? <ChosenAnswer {...chosen} original={original} /> : original;
}
