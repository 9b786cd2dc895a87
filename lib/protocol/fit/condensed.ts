/** Whose word a model's window is: the agent's setting, its server's, what a refusal named, the catalogue's, or a careful guess. */
export type WindowSource = 'agent' | 'server' | 'refusal' | 'catalogue' | 'default';

/** What was shortened in a request, for people. */
export interface Condensed {
  /** Of the model, in tokens. */
  window: number;
  windowFrom: WindowSource;
  /** As estimated: of the whole request, and of what is sent. */
  tokensBefore: number;
  tokens: number;
  /** The first so many turns of the conversation stand as a summary. */
  turns?: number;
  /** Texts that were shortened, the longest first; at most 20. */
  cut: { what: string; characters: number; kept: number }[];
  /** Texts besides those. */
  more?: number;
}
