import type { OfCall } from '../event-base';
import type { Condensation, HistorySummary } from './condensation';
import type { Condensed } from './condensed';

/** Until the next such event of the call its requests are rendered in this way, to fit the model's window. */
export interface ContextCondensed extends OfCall<'context.condensed'>, Condensed {
  rendering: Condensation;
}

/** The beginning of the conversation in short, for requests that cannot hold it. */
export interface HistorySummarised extends OfCall<'history.summarised'>, HistorySummary {
  /** The model that wrote it; `null` = taken from its sentences by rule. */
  by: { type: string; model: string } | null;
}
