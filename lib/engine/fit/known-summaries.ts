import { readSummaries } from '@/db/queries/run-log/read-summaries';
import type { BackendName } from '@/lib/protocol/event';
import type { HistorySummary } from '@/lib/protocol/fit/condensation';
import { earlierMessages } from '@/lib/protocol/fit/earlier-messages';
import type { CallHost } from '../call/active-call';

export type KnownSummary = HistorySummary & { by: BackendName | null };

/** Summaries of the conversation before this turn that this run or an earlier one has made. */
export async function knownSummaries({ state, history, deps }: CallHost): Promise<KnownSummary[]> {
  const ids = history.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const stored = ids.length === 0 ? [] : await readSummaries(deps.db, ids);
  const messages = earlierMessages(history);
  const known = stored.flatMap(({ messageId, text, by }) => {
    const count = history.findIndex(({ id }) => id === messageId) + 1;
    if (count === 0) return [];
    const characters = messages.slice(0, count).reduce((sum, message) => sum + message.text.length, 0);
    return [{ messages: count, turns: messages[count - 1]?.turn ?? 1, characters, text, by }];
  });
  const own = (state.summaries ?? []).map((summary) => ({ ...summary, by: null }));
  return [...own, ...known.filter(({ messages: count }) => !own.some((summary) => summary.messages === count))];
}
