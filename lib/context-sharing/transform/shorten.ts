export interface Shortened {
  text: string;
  /** Characters that are not there. */
  missing: number;
}

/** The beginning and the end of a text that is longer than `limit`, with a mark between them; never longer than the limit. */
export function shorten(text: string, limit: number): Shortened {
  if (text.length <= limit) return { text, missing: 0 };
  const room = limit - mark(text.length).length;
  if (room <= 0) return { text: '', missing: text.length };
  const head = wholeCharacters(text, Math.ceil(room / 2));
  const tail = wholeCharacters(text, text.length - Math.floor(room / 2), 1);
  const missing = tail - head;
  return { text: text.slice(0, head) + mark(missing) + text.slice(tail), missing };
}

function mark(missing: number): string {
  return `\n[… ${missing.toLocaleString('en-US')} characters left out …]\n`;
}

/** The nearest place, on this side, that is not within a character of two units. */
function wholeCharacters(text: string, at: number, step: -1 | 1 = -1): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + step : at;
}
