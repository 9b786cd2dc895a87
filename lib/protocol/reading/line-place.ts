const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Enough of a line to see that a fence begins it. */
const HEAD = 40;

/** Where a growing Markdown text has got to: in a block of code, in code within a line, at the beginning of a line. */
export interface LinePlace {
  pass(text: string): void;
  readonly isInCode: boolean;
  readonly isAtLineStart: boolean;
  /** The character before; empty at the beginning. */
  readonly before: string;
}

/** Text that nobody has asked about yet is read at this length at the latest. */
const MOST_UNREAD = 4_096;

/**
 * Follows a text piece by piece; where the pieces are cut makes no difference. It is read when somebody asks, since there are far more pieces
 * than questions.
 */
export function createLinePlace(): LinePlace {
  let unread = '';
  let head = '';
  let hasTicksOpen = false;
  let fence = '';
  let before = '';

  function passLine(part: string): void {
    if (head.length < HEAD) head += part.slice(0, HEAD - head.length);
    for (let at = part.indexOf('`'); at >= 0; at = part.indexOf('`', at + 1)) hasTicksOpen = !hasTicksOpen;
  }

  function endLine(): void {
    const mark = FENCE.exec(head)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    head = '';
    hasTicksOpen = false;
  }

  function read(): void {
    const text = unread;
    unread = '';
    if (text === '') return;
    before = text.at(-1) ?? '';
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      passLine(text.slice(from, end));
      endLine();
      from = end + 1;
    }
    passLine(from === 0 ? text : text.slice(from));
  }

  return {
    pass(text) {
      unread += text;
      if (unread.length > MOST_UNREAD) read();
    },
    get isInCode() {
      read();
      return fence !== '' || hasTicksOpen;
    },
    get isAtLineStart() {
      read();
      return head.trim() === '';
    },
    get before() {
      read();
      return before;
    },
  };
}
