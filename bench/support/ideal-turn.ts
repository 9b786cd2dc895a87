/** The limit for one turn: the same scripted models read by a bare loop, their tokens merged into one list, nothing stored. */
import type { AgentBackend, AgentCall } from '../../lib/agents/backend';

const signal = new AbortController().signal;

async function drain(backend: AgentBackend, call: AgentCall, merged: string[]): Promise<void> {
  for await (const event of backend.call(call, signal)) if (event.type === 'text') merged.push(event.text);
}

function callOf(slot: string, toolChoice: AgentCall['toolChoice'], votable: string[]): AgentCall {
  const vote = { name: 'vote', description: '', parameters: { properties: { answer_id: { enum: votable } } } };
  return {
    callId: `${slot}-${votable.length}`,
    runId: 'ideal',
    slot,
    choice: { type: 'scripted', model: slot, baseUrl: null, params: {} },
    messages: [],
    tools: votable.length > 0 ? [vote] : [],
    toolChoice,
    credentials: { apiKey: null, baseUrl: null },
  };
}

/** All agents publish, all vote, the first presents. Resolves with the number of tokens. */
export async function idealTurn(backendFor: (slot: string) => AgentBackend, slots: string[]): Promise<number> {
  const merged: string[] = [];
  await Promise.all(slots.map((slot) => drain(backendFor(slot), callOf(slot, 'required', []), merged)));
  await Promise.all(slots.map((slot) => drain(backendFor(slot), callOf(slot, 'required', ['A.1']), merged)));
  const presenter = slots[0] ?? 'A';
  await drain(backendFor(presenter), callOf(presenter, 'none', []), merged);
  return merged.length;
}
