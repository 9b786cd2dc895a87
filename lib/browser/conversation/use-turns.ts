import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { isNamedBy, joinTurns, type TranscriptTurn, type TurnPage } from '@/lib/browser/run/turn';
import { fromEnd } from './from-end';

const EARLIER_TURNS = 20;
const MOST_TURNS = 100;
/** So many are drawn at a time, with a pause for the page: all at once hold up somebody who scrolls. */
const DRAWN_AT_ONCE = 5;
const PAUSE_MS = 16;

export interface Turns {
  turns: TranscriptTurn[];
  /** The branch has turns before these. */
  earlier: boolean;
  /** Reads some earlier turns, with `to` at least back to the turn of that message or run. Throws ApiError. */
  load: (to?: string) => Promise<void>;
  loadAll: () => Promise<void>;
}

/** A turn may be shown again later only if it cannot change any more. */
const isSettled = (turn: TranscriptTurn) => turn.run === null || turn.run.result !== null;

/** The turns of a conversation: the newest from the server's page, earlier ones as they are asked for. */
export function useTurns(conversationId: string, page: TurnPage): Turns {
  const [known, setKnown] = useState<ReadonlyMap<string, TranscriptTurn>>(new Map());
  const turns = useMemo(() => joinTurns(page.turns, known), [page, known]);

  const keep = useCallback((more: TranscriptTurn[]) => {
    const settled = more.flatMap((turn) =>
      turn.answerMessageId && isSettled(turn) ? [[turn.answerMessageId, turn] as const] : [],
    );
    setKnown((before) => new Map([...before, ...settled]));
  }, []);
  // A later page begins with a later turn.
  useEffect(() => keep(page.turns), [page, keep]);

  const shown = useRef(turns);
  useEffect(() => {
    shown.current = turns;
  });
  const reading = useRef<Promise<TranscriptTurn[]> | null>(null);

  /** Reads before `first`; one reading at a time. Resolves to what it read. */
  const read = useCallback(
    async (first: TranscriptTurn, query: Record<string, string>): Promise<TranscriptTurn[]> => {
      const search = new URLSearchParams({ before: first.messageId, ...query });
      reading.current ??= api<TurnPage>('GET', `/conversations/${conversationId}/turns?${search}`)
        .then(async ({ turns: more }) => {
          for (const part of fromEnd(more, DRAWN_AT_ONCE)) {
            keep(part);
            await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
          }
          return more;
        })
        .finally(() => {
          reading.current = null;
        });
      return reading.current;
    },
    [conversationId, keep],
  );

  const load = useCallback(
    async (to?: string) => {
      let first = shown.current[0];
      while (first && first.after !== null) {
        const query: Record<string, string> =
          to === undefined ? { limit: String(EARLIER_TURNS) } : { from: to, limit: '1' };
        const more = await read(first, query);
        first = more[0];
        if (to === undefined || more.some((turn) => isNamedBy(turn, to))) return;
      }
    },
    [read],
  );
  const loadAll = useCallback(async () => {
    let first = shown.current[0];
    while (first && first.after !== null) first = (await read(first, { limit: String(MOST_TURNS) }))[0];
  }, [read]);

  return { turns, earlier: (turns[0]?.after ?? null) !== null, load, loadAll };
}
