import type { LearnedRate } from '../decision/view';
import type { BackendChoice, Slot } from '../team';

/** What was known of the members when the run began: it stands in the log, so that the fold needs nothing else. By slot. */
export type LoggedRates = Record<Slot, LearnedRate & { backend: string; model: string }>;

/** The rate of who answers for a slot now; `null` when another model does than the one that it was learned of. */
export function rateOf(rates: LoggedRates | undefined, slot: Slot, { type, model }: BackendChoice): LearnedRate | null {
  const known = rates?.[slot];
  if (!known || known.backend !== type || known.model !== model) return null;
  return { rate: known.rate, observations: known.observations };
}
