import { saveSummary } from '@/db/queries/run-log/save-summary';
import { isBudgetSpent } from '@/lib/protocol/budget';
import type { BackendName } from '@/lib/protocol/event';
import type { HistorySummary } from '@/lib/protocol/fit/condensation';
import { earlierMessages } from '@/lib/protocol/fit/earlier-messages';
import { extractSummary } from '@/lib/protocol/fit/extract-summary';
import type { TeamAgent } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { askForSummary } from './ask-for-summary';
import type { KnownSummary } from './known-summaries';
import { summariserFor } from './summariser-for';

/** One at a time in a run: slots with the same window need the same one. */
const underWay = new WeakMap<CallHost, Promise<void>>();

/**
 * Writes `history.summarised` for the first so many messages of the conversation: a known summary, else one that the cheapest model of
 * the team makes of the last one and what came after it, else one by rule. It is stored for later turns. Never fails for a model that does.
 */
export async function summariseHistory(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  wanted: { messages: number; tokens: number },
  known: KnownSummary[],
): Promise<void> {
  const { signal } = call.controller;
  for (let other = underWay.get(host); other; other = underWay.get(host)) await other;
  if (signal.aborted || host.state.summaries?.some(({ messages }) => messages === wanted.messages)) return;
  const work = summarise(host, call, agent, wanted, known);
  const done = work.then(
    () => undefined,
    () => undefined,
  );
  underWay.set(host, done);
  try {
    await work;
  } finally {
    underWay.delete(host);
  }
}

async function summarise(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  { messages, tokens }: { messages: number; tokens: number },
  known: KnownSummary[],
): Promise<void> {
  const { slot, callId } = call;
  const found = known.find((summary) => summary.messages === messages);
  if (found) return host.append({ type: 'history.summarised', slot, callId, ...found });
  const earlier = earlierMessages(host.history).slice(0, messages);
  const base =
    known.filter((summary) => summary.messages < messages).sort((a, b) => b.messages - a.messages)[0] ?? null;
  const made = isBudgetSpent(host.state) ? null : await written(host, call, agent, base, earlier, tokens);
  if (call.controller.signal.aborted) return;
  const characters = earlier.reduce((sum, { text }) => sum + text.length, 0);
  const text = made?.text ?? extractSummary(earlier, tokens);
  const turns = earlier.at(-1)?.turn ?? 1;
  host.append({ type: 'history.summarised', slot, callId, messages, turns, characters, text, by: made?.by ?? null });
  const messageId = earlier.at(-1)?.id;
  // One made by rule is made again in no time, and a later turn may have a model for it.
  if (!made || messageId === undefined) return;
  try {
    await saveSummary(host.deps.db, { messageId, workspaceId: host.run.workspaceId, text, by: made.by });
  } catch (error) {
    // The run has it in its log; a later turn makes another.
    host.deps.report(error, `A summary of the conversation ${host.run.conversationId} could not be stored.`);
  }
}

async function written(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  base: HistorySummary | null,
  earlier: ReturnType<typeof earlierMessages>,
  tokens: number,
): Promise<{ text: string; by: BackendName } | null> {
  for (const summariser of await summariserFor(host, agent)) {
    const text = await askForSummary(host, call, summariser, base, earlier.slice(base?.messages ?? 0), tokens);
    if (call.controller.signal.aborted) return null;
    const { type, model } = summariser.choice;
    if (text !== null) return { text, by: { type, model } };
  }
  return null;
}
