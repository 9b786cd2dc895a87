import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { createReadingPlace } from '@/lib/browser/conversation/reading-place';
import {
  type Below,
  createTranscriptScroll,
  type Place,
  type TranscriptScroll,
} from '@/lib/browser/conversation/transcript-scroll';
import { answerKey, isNamedBy, type TranscriptTurn } from '@/lib/browser/run/turn';
import { toast } from '@/lib/browser/ui/toast';

interface TranscriptScrollOptions {
  conversationId: string;
  turns: TranscriptTurn[];
  /** Reads earlier turns, at least back to one. */
  load: (to: string) => Promise<void>;
  /** The address names a message that is not in the shown branch. */
  onElsewhere: (messageId: string) => void;
}

/**
 * Scrolls only when somebody meant it: to the newest question when the page opens and when one was sent, to the place where they were when they
 * come back, to the turn that the address names. Whatever else changes, what is read stays where it is.
 */
export function useTranscriptScroll({ conversationId, turns, load, onElsewhere }: TranscriptScrollOptions) {
  const box = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const scroll = useRef<TranscriptScroll | null>(null);
  const reading = useRef<ReturnType<typeof createReadingPlace> | null>(null);
  const [below, setBelow] = useState<Below>('nothing');
  const shown = useRef(turns);
  shown.current = turns;

  const opened = useRef(false);
  const follows = useRef(false);
  /** A turn that is being read from the server, to be gone to when it is there. */
  const awaited = useRef<{ id: string; y: number | null } | null>(null);

  const toNewest = useCallback(() => {
    const newest = shown.current.at(-1);
    if (newest) scroll.current?.land(newest.messageId);
  }, []);

  /** Goes to a turn, `y` `null` = to its top, and reads it first where the page does not have it. */
  const toTurn = useCallback(
    (id: string, y: number | null) => {
      const turn = shown.current.find((entry) => isNamedBy(entry, id));
      if (turn) {
        if (y === null) scroll.current?.land(turn.messageId);
        else scroll.current?.go({ turn: turn.messageId, y });
        return;
      }
      awaited.current = { id, y };
      load(id).catch((error) => {
        // The address may name a turn of another branch, which is shown then, or one that is gone: then this is only the conversation.
        const isElsewhere = error instanceof ApiError && [400, 404].includes(error.status);
        if (isElsewhere && y === null) return onElsewhere(id);
        awaited.current = null;
        if (!isElsewhere) toast(errorText(error), { kind: 'error' });
      });
    },
    [load, onElsewhere],
  );

  const open = useCallback(() => {
    const named = window.location.hash.slice(1);
    const place: Place | null = reading.current?.take() ?? null;
    // A single question is in view as it is.
    if (shown.current.length > 1 || shown.current[0]?.after) toNewest();
    if (place) toTurn(place.turn, place.y);
    else if (named) toTurn(named, null);
  }, [toNewest, toTurn]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !room.current) return;
    const control = createTranscriptScroll(element, room.current, setBelow);
    scroll.current = control;
    const kept = createReadingPlace(conversationId);
    reading.current = kept;
    const observer = new ResizeObserver(control.resized);
    for (const observed of [element, ...element.children]) if (observed !== room.current) observer.observe(observed);
    element.addEventListener('scroll', control.scrolled, { passive: true });
    const keep = () => {
      const place = control.place();
      if (place) kept.keep(place);
    };
    const toNamed = () => {
      keep();
      toTurn(window.location.hash.slice(1), null);
    };
    window.addEventListener('pagehide', keep);
    window.addEventListener('hashchange', toNamed);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('hashchange', toNamed);
      observer.disconnect();
      scroll.current = null;
    };
  }, [conversationId, toTurn]);

  const keys = turns.map(answerKey).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other turns are shown.
  useLayoutEffect(() => {
    if (turns.length === 0) return;
    if (!opened.current) {
      opened.current = true;
      open();
    } else if (follows.current) {
      follows.current = false;
      toNewest();
    } else {
      const place = scroll.current?.place();
      // What was read may be in a branch that was switched, before the newest turns.
      if (place && turns[0]?.after && !turns.some(({ messageId }) => messageId === place.turn)) {
        toTurn(place.turn, place.y);
      }
      scroll.current?.keep();
    }
    const { id, y } = awaited.current ?? {};
    if (id && y !== undefined && turns.some((turn) => isNamedBy(turn, id))) {
      awaited.current = null;
      toTurn(id, y);
    }
  }, [keys, open, toNewest, toTurn]);

  return {
    box,
    room,
    below,
    toNewest,
    /** The next turn that comes is gone to. */
    follow() {
      follows.current = true;
    },
    /** To the newest question; from there to the end of its answer. */
    jump() {
      if (below === 'end') scroll.current?.toEnd();
      else toNewest();
      box.current?.focus({ preventScroll: true });
    },
  };
}
