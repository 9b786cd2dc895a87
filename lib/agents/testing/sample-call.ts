import type { AgentBackend, AgentCall, AgentEvent } from '../backend';

const TOOLS: AgentCall['tools'] = [
  {
    name: 'new_answer',
    description: 'Publish',
    parameters: { type: 'object', properties: { content: { type: 'string' } }, required: ['content'] },
  },
];

/** A step as the engine asks for it: a question, one tool, an action due. */
export function sampleCall(type: string, model: string, baseUrl: string, changes: Partial<AgentCall> = {}): AgentCall {
  return {
    callId: `call-${type}-${model}`,
    runId: 'run',
    slot: 'A',
    choice: { type, model, baseUrl: null, params: {} },
    messages: [
      { role: 'system', text: 'You are agent A.' },
      { role: 'user', parts: [{ type: 'text', text: `What is 2 + 2? (${type} ${model})` }] },
    ],
    tools: TOOLS,
    toolChoice: 'required',
    credentials: { apiKey: 'k', baseUrl },
    ...changes,
  };
}

/** All events of a step. */
export async function collectEvents(
  backend: AgentBackend,
  call: AgentCall,
  signal = new AbortController().signal,
): Promise<AgentEvent[]> {
  const events: AgentEvent[] = [];
  for await (const event of backend.call(call, signal)) events.push(event);
  return events;
}

/** What these events say, put together. */
export function textOf(events: AgentEvent[], type: 'text' | 'reasoning'): string {
  return events.flatMap((event) => (event.type === type ? [event.text] : [])).join('');
}
