import type { OfferedDefinition } from '../offered-tool';
import type { References } from '../prompt/fill-references';
import type { HistoryMessage } from '../prompt-message';
import type { RunState } from '../state';
import type { Slot } from '../team';

export interface FitInput {
  state: RunState;
  slot: Slot;
  history: HistoryMessage[];
  references: References;
  /** The tools that the call offers besides the protocol's own; absent = none. */
  offered?: OfferedDefinition[];
  /** Tokens that the request may have, as `estimateTokens` counts. */
  budget: number;
  /** As in `Condensation`. */
  readMore: number | null;
  /** For how many messages there is a summary. */
  made: number[];
}
