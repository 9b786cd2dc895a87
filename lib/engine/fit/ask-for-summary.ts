import { BackendError } from '@/lib/agents/backend-error';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';
import type { HistorySummary } from '@/lib/protocol/fit/condensation';
import { cutText } from '@/lib/protocol/fit/cut-text';
import type { EarlierMessage } from '@/lib/protocol/fit/earlier-messages';
import { summaryRequest } from '@/lib/protocol/fit/summary-request';
import { waterLevel } from '@/lib/protocol/fit/water-level';
import type { ActiveCall, CallHost } from '../call/active-call';
import { askModel } from '../call/ask-model';
import { pauseCall, resumeCall } from '../call/call-clock';
import { replyRoom } from './reply-room';
import type { Summariser } from './summariser-for';

/** Requests that a long conversation is summarised in, one after the other; what is too much for them is shortened first. */
const MOST_REQUESTS = 8;
/** For all of them. */
const PATIENCE_MS = 120_000;
/** Why the call's clock stands still meanwhile. */
const PAUSE = 'summary';
/** The task, and what stands around a message. */
const TASK_TOKENS = 400;
const TOKENS_PER_MESSAGE = 16;

/**
 * A summary of `base` and the messages after it, of at most so many tokens, by a model; its requests count as the call's. `null` = it
 * could not, or the call is over.
 */
export async function askForSummary(
  host: CallHost,
  call: ActiveCall,
  summariser: Summariser,
  base: HistorySummary | null,
  messages: EarlierMessage[],
  tokens: number,
): Promise<string | null> {
  const { window, choice } = summariser;
  const room = window - replyRoom(window, choice.params) - tokens - TASK_TOKENS;
  if (room < TASK_TOKENS) return null;
  const signal = AbortSignal.any([call.controller.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const because = 'condenses earlier turns to fit its model’s context window';
  host.append({ type: 'agent.state', slot: call.slot, state: 'thinking', because });
  pauseCall(call, PAUSE);
  try {
    let summary = base?.text ?? null;
    for (const part of partsOf(messages, room)) {
      const text = await askModel(host, call, summariser, summaryRequest(summary, part, tokens), signal);
      if (text === null) return null;
      summary = text;
    }
    return summary;
  } catch (error) {
    if (!signal.aborted && !(error instanceof BackendError))
      host.deps.report(error, `A summary failed in the run ${host.runId}.`);
    return null;
  } finally {
    resumeCall(call, PAUSE);
    if (!call.controller.signal.aborted) host.append({ type: 'agent.state', slot: call.slot, state: 'thinking' });
  }
}

/** The messages in parts of at most so many tokens. */
function partsOf(messages: EarlierMessage[], room: number): EarlierMessage[][] {
  const sizes = messages.map(({ text }) => estimateTokens(text) + TOKENS_PER_MESSAGE);
  // Nine tenths: parts do not come out even.
  const cap = Math.min(room, waterLevel(sizes, room * MOST_REQUESTS * 0.9));
  const parts: EarlierMessage[][] = [];
  let left = 0;
  for (const [index, message] of messages.entries()) {
    const size = Math.min(sizes[index] ?? 0, cap);
    if (size > left) {
      parts.push([]);
      left = room;
    }
    left -= size;
    const text = cutText(message.text, cap - TOKENS_PER_MESSAGE, { name: 'this message', source: null }, false);
    parts.at(-1)?.push({ ...message, text });
  }
  return parts;
}
