import type { AttachmentRef } from '../attachment';
import { decidesByEvidence } from '../decision/decides-by-evidence';
import { conversationOf, isFresh } from '../decision/fresh-calls';
import { agentOf } from '../decision/helpers';
import { earlierMessages } from '../fit/earlier-messages';
import { type Rendering, renderingOf } from '../fit/rendering';
import type { OfferedDefinition } from '../offered-tool';
import type { HistoryMessage, RequestMessage, RequestParts, ToolDefinition } from '../prompt-message';
import type { RunState, SlotState } from '../state';
import type { AnswerId, Slot } from '../team';
import { slotOf } from '../update-slot';
import { ballot } from '../voting/ballot';
import { freshSystemText } from './fresh-system-text';
import { READ_MORE } from './read-more-tool';
import { renderFreshCall } from './render-fresh-call';
import { renderItems } from './render-items';
import { systemText } from './system-text';
import { textOffer } from './text-offer';
import { workflowTools } from './tool-definitions';

export interface ModelRequest {
  messages: RequestMessage[];
  parts: RequestParts<RequestMessage>;
  tools: ToolDefinition[];
  toolChoice: 'auto' | 'required' | 'none';
}

/** Files may come without a word. */
const NO_QUESTION =
  'The person wrote no question. Work out from what is attached what they want, say what you took it to be, and do that.';

/**
 * The next request of the slot's active call, rendered from the state alone; `context.delivered` for what `undelivered` names
 * must be in the log before. Stable parts come first. Throws when the slot has no active call.
 * @param offered what the call offers besides the protocol's own tools, as `tools.offered` names it
 */
export function buildRequest(
  state: RunState,
  slot: Slot,
  history: HistoryMessage[],
  rendering = renderingOf(state, slot),
  offered: OfferedDefinition[] = [],
): ModelRequest {
  const agent = agentOf(state, slot);
  const reader = slotOf(state, slot);
  if (!agent || !reader?.call || !state.team) throw new Error(`Slot ${slot} has no active call.`);
  const isAsked = isFresh(reader.call.phase);
  const system = isAsked ? freshSystemText(reader.call.phase, agent.canCallTools) : systemText(agent, state.team);
  // A comparison is about the answers alone.
  const isBare = reader.call.phase === 'comparison';
  const earlier = isBare ? [] : renderHistory(history, rendering);
  const own = isAsked ? null : ownContext(reader, rendering);
  const input = userMessage(state.input, isBare ? [] : state.attachments);
  const since = isAsked ? renderFreshCall(state, reader, rendering) : renderItems(state, ownItems(reader), rendering);
  const messages: RequestMessage[] = [
    { role: 'system', text: system },
    ...earlier,
    ...(own ? [own] : []),
    input,
    ...since,
  ];
  const actions = workflowTools(state, slot, reader.call);
  const reading = actions.length > 0 && rendering.readsOn ? [READ_MORE] : [];
  const tools = agent.canCallTools ? [...actions, ...offered.map(({ definition }) => definition), ...reading] : [];
  if (!agent.canCallTools && actions.length + offered.length > 0)
    messages.push(textOffer(actions, offered, choicesIn(state, reader)));
  return {
    messages: joinUsers(messages),
    parts: { system, earlier, ...(own && { own }), input, since },
    tools,
    toolChoice: tools.length === 0 ? 'none' : actions.length > 0 ? 'required' : 'auto',
  };
}

/** Of what it was asked afresh its own conversation knows nothing. */
function ownItems(reader: SlotState): SlotState {
  const items = conversationOf(reader.items);
  return items === reader.items ? reader : { ...reader, items };
}

/** What the slot has kept of the turn before; it stands with the conversation before this turn. */
function ownContext(reader: SlotState, { keepsContext }: Rendering): RequestMessage | null {
  const contexts = reader.items.flatMap((item) => (item.kind === 'delivered' ? (item.contexts ?? []) : []));
  const own = contexts.find(({ kind }) => kind === 'own');
  return own && keepsContext(own) ? { role: 'user', parts: [{ type: 'context', hash: own.hash }] } : null;
}

/** The conversation before this turn: its beginning may stand as a summary, and long messages shortened. */
function renderHistory(history: HistoryMessage[], { isShortened, shorten, summary }: Rendering): RequestMessage[] {
  if (!isShortened) return history.map(historyMessage);
  const kept = earlierMessages(history)
    .slice(summary?.messages ?? 0)
    .map(({ turn, ...message }) => {
      const part = message.role === 'user' ? 'question' : 'answer';
      const piece = { name: `the ${part} of turn ${turn}`, source: `turn ${turn} ${part}`, text: message.text };
      return historyMessage({ ...message, text: message.text === '' ? '' : shorten({ kind: 'turn', ...piece }) });
    });
  return summary ? [{ role: 'user', parts: [{ type: 'text', text: summary.text }] }, ...kept] : kept;
}

function historyMessage({ role, text, attachments = [] }: HistoryMessage): RequestMessage {
  return role === 'user' ? userMessage(text, attachments) : { role, text, toolCalls: [] };
}

/** Files first, as models work best with the question behind its material. */
function userMessage(text: string, attachments: AttachmentRef[]): RequestMessage {
  const files = attachments.map((attachment) => ({ type: 'attachment' as const, attachment }));
  return { role: 'user', parts: [...files, { type: 'text', text: text.trim() === '' ? NO_QUESTION : text }] };
}

/** For which it may vote. */
function choicesIn(state: RunState, { slot, call }: SlotState): AnswerId[] {
  return decidesByEvidence(state.team) ? [] : ballot(state, slot, call?.shown ?? []);
}

/** Some providers refuse two user messages in a row. */
function joinUsers(messages: RequestMessage[]): RequestMessage[] {
  const joined: RequestMessage[] = [];
  for (const message of messages) {
    const last = joined.at(-1);
    if (message.role === 'user' && last?.role === 'user') {
      joined[joined.length - 1] = { role: 'user', parts: [...last.parts, ...message.parts] };
    } else joined.push(message);
  }
  return joined;
}
