const NEWLINE = 10;

/** What has come of a reply that no event has been made of yet. */
export interface HeldBytes {
  add(bytes: Buffer): void;
  /** An event ended within the last piece: what came before it is done with. */
  keepLast(): void;
  /** Without the rest of a line that began in what is no longer held. */
  text(): string;
}

/** Holds no more than `maxBytes`; what comes beyond is dropped. */
export function createHeldBytes(maxBytes: number): HeldBytes {
  let pieces: Buffer[] = [];
  let size = 0;
  let last: Buffer | undefined;
  let isLineStart = true;
  let beginsLine = true;

  return {
    add(bytes) {
      beginsLine = last === undefined || last.at(-1) === NEWLINE;
      last = bytes;
      if (size >= maxBytes) return;
      size += bytes.length;
      pieces.push(bytes);
    },
    keepLast() {
      if (!last) return;
      pieces = [last];
      size = last.length;
      isLineStart = beginsLine;
    },
    text() {
      const text = Buffer.concat(pieces).toString('utf8');
      return isLineStart ? text : text.slice(text.indexOf('\n') + 1);
    },
  };
}
