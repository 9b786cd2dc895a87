import { useCallback, useEffect, useRef, useState } from 'react';
import {
  answerKey,
  mergeTurns,
  type SentTurn,
  stillSent,
  type TranscriptTurn,
  type Turn,
  type TurnPage,
} from '@/lib/browser/run/turn';

/**
 * The transcript: what the server has said of it, and behind that what was sent from here and is not in it yet. Each new page of the server says
 * which of that is still to be shown.
 */
export function useSentTurns(
  page: TurnPage,
  stored: TranscriptTurn[],
): { turns: TranscriptTurn[]; addSent: (turn: Turn) => void } {
  const [{ known, sent }, setState] = useState<{ known: TurnPage; sent: SentTurn[] }>({ known: page, sent: [] });
  if (known !== page) setState({ known: page, sent: stillSent(sent, known, page) });
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  });
  const addSent = useCallback((turn: Turn) => {
    setState((before) => {
      const last = mergeTurns(latest.current, before.sent).at(-1);
      return { ...before, sent: [...before.sent, { turn, after: last ? answerKey(last) : null }] };
    });
  }, []);
  return { turns: mergeTurns(stored, sent), addSent };
}
