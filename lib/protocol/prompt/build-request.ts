import type { AttachmentRef } from '../attachment';
import type { HistoryMessage, PromptMessage, RequestMessage, RequestParts, ToolDefinition } from '../prompt-message';
import type { RunState, SlotState } from '../state';
import type { AnswerId, Slot } from '../team';
import { slotOf } from '../update-slot';
import { ballot } from '../voting/ballot';
import { boardTools } from './board-tool-definitions';
import { renderItems } from './render-items';
import { systemText } from './system-text';
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
 */
export function buildRequest(state: RunState, slot: Slot, history: HistoryMessage[]): ModelRequest {
  const agent = state.team?.agents.find((candidate) => candidate.slot === slot);
  const reader = slotOf(state, slot);
  if (!agent || !reader?.call || !state.team) throw new Error(`Slot ${slot} has no active call.`);
  const system = systemText(agent, state.team);
  const earlier = history.map(historyMessage);
  const own = ownContext(reader);
  const input = userMessage(state.input, state.attachments);
  const since = renderItems(state, reader);
  const messages: RequestMessage[] = [
    { role: 'system', text: system },
    ...earlier,
    ...(own ? [own] : []),
    input,
    ...since,
  ];
  const actions = workflowTools(state, slot, reader.call);
  const offered = actions.length > 0 ? [...actions, ...boardTools(state, slot)] : [];
  const tools = agent.canCallTools ? offered : [];
  if (!agent.canCallTools && offered.length > 0)
    messages.push(textOffer(offered, ballot(state, slot, reader.call.shown)));
  return {
    messages: joinUsers(messages),
    parts: { system, earlier, ...(own && { own }), input, since },
    tools,
    toolChoice: tools.length > 0 ? 'required' : 'none',
  };
}

/** What the slot has kept of the turn before; it stands with the conversation before this turn. */
function ownContext(reader: SlotState): RequestMessage | null {
  const contexts = reader.items.flatMap((item) => (item.kind === 'delivered' ? (item.contexts ?? []) : []));
  const own = contexts.find(({ kind }) => kind === 'own');
  return own ? { role: 'user', parts: [{ type: 'context', hash: own.hash }] } : null;
}

/** The same choice as the tool list gives, for a model that has none. Last, because it changes from step to step. */
function textOffer(offered: ToolDefinition[], choices: AnswerId[]): PromptMessage {
  const names = offered.map((tool) => tool.name).join(', ');
  const ids = choices.length > 0 ? ` Valid answer_id: ${choices.join(', ')}.` : '';
  return { role: 'user', parts: [{ type: 'text', text: `Act now with one of: ${names}.${ids}` }] };
}

function historyMessage({ role, text, attachments = [] }: HistoryMessage): RequestMessage {
  return role === 'user' ? userMessage(text, attachments) : { role, text, toolCalls: [] };
}

/** Files first, as models work best with the question behind its material. */
function userMessage(text: string, attachments: AttachmentRef[]): RequestMessage {
  const files = attachments.map((attachment) => ({ type: 'attachment' as const, attachment }));
  return { role: 'user', parts: [...files, { type: 'text', text: text.trim() === '' ? NO_QUESTION : text }] };
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
