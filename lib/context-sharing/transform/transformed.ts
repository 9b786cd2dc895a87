/** A context as its reader gets it. */
export interface Transformed {
  /** Empty = there is nothing to say. */
  text: string;
  /** In UTF-8. */
  bytes: number;
  tokens: number;
  /** Of the author's items, how many the reader has been given now. */
  items: number;
  /** What did not fit, in words; `null` = everything did. */
  cut: string | null;
}

export interface Budget {
  maxTokens: number;
  charactersPerToken: number;
}

/** The text with its size, as one that is whole and tells of no items. */
export function measured(text: string, { charactersPerToken }: Budget): Transformed {
  const tokens = Math.ceil(text.length / charactersPerToken);
  return { text, bytes: Buffer.byteLength(text), tokens, items: 0, cut: null };
}
