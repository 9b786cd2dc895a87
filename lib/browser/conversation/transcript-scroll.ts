/** What is read: a turn, and where its top stands. */
export interface Place {
  /** The `data-turn` of its element. */
  turn: string;
  /** Pixels from the top of the box. */
  y: number;
}

/** What the reader does not see yet: the newest question, or the end of its answer. */
export type Below = 'nothing' | 'question' | 'end';

const GAP_PX = 24;
/** A question of which less is in the window counts as out of it. */
const SEEN_PX = 48;
/** An end that is less than this share of the window away needs no button. */
const NEAR_END = 0.5;

export type TranscriptScroll = ReturnType<typeof createTranscriptScroll>;

/**
 * Holds what is read where it stands while the transcript changes, above it or below.
 * @param box scrolls; the turns in it are elements with `data-turn`
 * @param room stands behind all content. It grows where the window would otherwise reach beyond the end and be pushed back: for a short answer
 * whose question stands at the top, and when something folds near the end.
 */
export function createTranscriptScroll(box: HTMLElement, room: HTMLElement, onBelow: (below: Below) => void) {
  let read: Place | null = null;
  let isHeld = false;

  const turnOf = (id: string) => box.querySelector<HTMLElement>(`:scope [data-turn="${CSS.escape(id)}"]`);
  const top = (element: Element) => element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const fitRoom = (scrollTop: number) => {
    const needed = Math.max(0, Math.ceil(scrollTop + box.clientHeight - room.offsetTop));
    if (needed !== room.offsetHeight) room.style.height = `${needed}px`;
  };

  /** Brings a turn to `y`; false when it is not there. */
  function bring({ turn, y }: Place): boolean {
    const element = turnOf(turn);
    if (!element) return false;
    const to = Math.max(0, box.scrollTop + top(element) - y);
    if (Math.abs(to - box.scrollTop) >= 1) {
      fitRoom(to);
      box.scrollTop = to;
    }
    return true;
  }

  function note(): void {
    fitRoom(box.scrollTop);
    const turns = [...box.querySelectorAll<HTMLElement>(':scope [data-turn]')];
    const shown = turns.findLast((turn) => top(turn) <= GAP_PX + 1) ?? turns[0];
    if (!isHeld) read = shown?.dataset.turn ? { turn: shown.dataset.turn, y: top(shown) } : null;
    const newest = turns.at(-1);
    if (!newest) {
      onBelow('nothing');
      return;
    }
    const end = (newest.lastElementChild ?? newest).getBoundingClientRect().bottom - box.getBoundingClientRect().top;
    if (top(newest) > box.clientHeight - SEEN_PX) onBelow('question');
    else onBelow(end > box.clientHeight * (1 + NEAR_END) ? 'end' : 'nothing');
  }

  function go(place: Place): boolean {
    if (!bring(place)) return false;
    isHeld = true;
    read = place;
    note();
    return true;
  }

  /** How far what is read has moved down; 0 when it is not there any more. */
  function moved(): number {
    const element = read && turnOf(read.turn);
    return read && element ? top(element) - read.y : 0;
  }

  /** Content that became shorter near its end pushes the window back. */
  function undoPush(): void {
    const isAtEnd = box.scrollTop + box.clientHeight >= room.offsetTop + room.offsetHeight - 1;
    if (read && isAtEnd && moved() > 1) bring(read);
  }

  return {
    /** To be called when the box or something in it has another size. */
    resized(): void {
      if (read && isHeld) bring(read);
      else undoPush();
      note();
    },
    /** To be called when the box has scrolled: by the reader, the browser, or what is here. */
    scrolled(): void {
      undoPush();
      if (Math.abs(moved()) > 1) isHeld = false;
      note();
    },
    /** Where the reader is. */
    place: () => read,
    /** Brings the reader to a place and holds it until they scroll; false when the page does not have it. */
    go,
    /** The top of a turn at the top of the window. */
    land(turn: string): boolean {
      return go({ turn, y: GAP_PX });
    },
    /** Other turns have come: what was read stays. */
    keep(): void {
      if (read) bring(read);
      note();
    },
    toEnd(): void {
      isHeld = false;
      const newest = [...box.querySelectorAll(':scope [data-turn]')].at(-1);
      const end = newest?.lastElementChild ?? newest;
      if (end) box.scrollTop += end.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom + GAP_PX;
      note();
    },
  };
}
