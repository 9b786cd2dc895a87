/** What a model double answers, before it is put into a provider's wire format. */
export interface ToolUse {
  name: string;
  /** JSON text, streamed in pieces. */
  arguments: string;
}

export type Ending =
  | 'finish'
  /** The socket is destroyed after the last piece. */
  | 'cut'
  /** The connection stays open and says nothing more. */
  | 'silence'
  /** The provider says in the stream that it cannot go on. */
  | 'reported'
  /** A frame that is not JSON follows, then the stream ends. */
  | 'malformed';

export interface Reply {
  reasoning: string[];
  text: string[];
  tool: ToolUse | null;
  /** Pieces per second on an absolute schedule; Infinity = all at once. */
  piecesPerSecond: number;
  /** Each text piece carries the time at which it was due, for measurements. */
  stamped: boolean;
  ending: Ending;
  /** The provider's filter ends the reply. */
  refused: boolean;
  /** The limit of the reply's length ends it. */
  limited: boolean;
}

/** An HTTP answer that is not a reply of the model. */
export interface Refusal {
  status: number;
  headers: Record<string, string>;
  message: string;
  /** What a provider says in words of its own. */
  kind?: 'context' | 'content' | 'quota';
}
