'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Turn } from '@/lib/browser/run/turn';

const AskAgain = createContext<((turn: Turn) => void) | null>(null);
const OwnTurn = createContext<Turn | null>(null);

/** For all turns of a conversation: `ask` asks a turn's question once more. */
export function AskAgainProvider({ ask, children }: { ask: ((turn: Turn) => void) | null; children: ReactNode }) {
  return <AskAgain value={ask}>{children}</AskAgain>;
}

/** Says to everything inside which turn it belongs to. */
export function OwnTurnProvider({ turn, children }: { turn: Turn; children: ReactNode }) {
  return <OwnTurn value={turn}>{children}</OwnTurn>;
}

/** Asks the question of this turn once more; `null` where that is not possible. */
export function useAskAgain(): (() => void) | null {
  const ask = useContext(AskAgain);
  const turn = useContext(OwnTurn);
  return ask && turn?.answerMessageId ? () => ask(turn) : null;
}
