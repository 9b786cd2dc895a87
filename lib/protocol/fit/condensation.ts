/** What of a request may be shortened, in the order in which it is given up. */
export const PIECE_KINDS = [
  'oldResult',
  'oldAnswer',
  'context',
  'note',
  'turn',
  'work',
  'result',
  'attachment',
  'answer',
  'read',
] as const;

export type PieceKind = (typeof PIECE_KINDS)[number];

/** A text in a request that may be shortened. */
export interface Piece {
  kind: PieceKind;
  /** In words, for models and people: `answer B.2`. */
  name: string;
  /** Under which `read_more` reads on; `null` = it cannot. */
  source: string | null;
  text: string;
}

/** How the requests of a call are made to fit. Plain JSON: it stands in the log, and the requests are rendered by it. */
export interface Condensation {
  /** Tokens, as `estimateTokens` counts, that a piece of the kind keeps at most; absent = all. */
  caps: Partial<Record<PieceKind, number>>;
  /** So many messages from the beginning of the conversation stand as a summary of at most so many tokens. */
  summary?: { messages: number; tokens: number };
  /** Hashes of shared contexts that are left out. */
  withoutContexts?: string[];
  /** `read_more` is offered and gives so many tokens at a time; `null` = the model cannot call tools now. */
  readMore: number | null;
}

/** The beginning of a conversation in short. */
export interface HistorySummary {
  /** How many messages it stands for, and how many turns these are. */
  messages: number;
  turns: number;
  /** Length of these messages. */
  characters: number;
  text: string;
}
