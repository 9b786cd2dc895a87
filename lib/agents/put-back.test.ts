import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KeptPart, PromptMessage } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from './backend';
import { backendFor } from './registry';
import { collectEvents, sampleCall } from './testing/sample-call';

let body = '';
let reply = '';
let server: http.Server;
let origin = '';

beforeAll(async () => {
  server = http.createServer((request, response) => {
    body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
  return () => {
    server.closeAllConnections();
    server.close();
    vi.unstubAllEnvs();
  };
});
afterEach(() => {
  reply = '';
});

const data = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const event = (value: { type: string }) => `event: ${value.type}\n${data(value)}`;

/** What the model's second request says, after its first reply was this one and its call has a result. */
async function goesBack(type: string, model: string, first: string, params: Record<string, unknown> = {}) {
  const choice = { type, model, baseUrl: null, params };
  reply = first;
  const events = await collectEvents(backendFor(type), sampleCall(type, model, origin, { choice }));
  const calls = events.filter((each): each is Extract<AgentEvent, { type: 'tool' }> => each.type === 'tool');
  const kept = events.flatMap((each): KeptPart[] => (each.type === 'kept' ? each.parts : []));
  const text = events.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('');
  const [call] = calls;
  const messages: PromptMessage[] = [
    ...sampleCall(type, model, origin).messages,
    // As it comes out of the log.
    JSON.parse(JSON.stringify({ role: 'assistant', text, toolCalls: calls, ...(kept.length > 0 && { kept }) })),
    { role: 'tool', toolCallId: call!.toolCallId, tool: call!.tool, result: 'Published as A.1.', isError: false },
  ];
  await collectEvents(backendFor(type), sampleCall(type, model, origin, { choice, messages }));
  return JSON.parse(body);
}

describe('what a provider wants back with tool calls', () => {
  it.each(['reasoning_content', 'reasoning'])('chat completions: %s', async (field) => {
    const delta = (value: object, finish_reason: string | null = null) =>
      data({ choices: [{ delta: value, finish_reason }] });
    const fn = { name: 'new_answer', arguments: '{"content":"Green."}' };
    const first = `${delta({ [field]: 'I weigh.' })}${delta({ tool_calls: [{ index: 0, id: 'c1', function: fn }] }, 'tool_calls')}data: [DONE]\n\n`;
    const sent = await goesBack('openai_compatible', 'm', first);
    expect(sent.messages[2]).toMatchObject({ role: 'assistant', [field]: 'I weigh.', tool_calls: [{ id: 'c1' }] });
  });

  it('chat completions: thinking parts of the content, and what belongs to a call', async () => {
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'I weigh.' }] };
    const call = {
      index: 0,
      id: 'c1',
      function: { name: 'new_answer', arguments: '{}' },
      extra_content: { google: { thought_signature: 'sig' } },
    };
    const first = `${data({ choices: [{ delta: { content: [thinking] } }] })}${data({ choices: [{ delta: { tool_calls: [call] }, finish_reason: 'tool_calls' }] })}`;
    const sent = await goesBack('openai_compatible', 'm', first);
    expect(sent.messages[2].content).toEqual([thinking]);
    expect(sent.messages[2].tool_calls[0].extra_content).toEqual({ google: { thought_signature: 'sig' } });
  });

  it('chat completions: never what stood between tags', async () => {
    const call = { index: 0, id: 'c1', function: { name: 'new_answer', arguments: '{}' } };
    const first = `${data({ choices: [{ delta: { content: '<think>PRIVATE</think>Now.' } }] })}${data({ choices: [{ delta: { tool_calls: [call] }, finish_reason: 'stop' }] })}`;
    expect(JSON.stringify(await goesBack('openai_compatible', 'm', first))).not.toContain('PRIVATE');
  });

  it('Claude: the blocks in their order, signed and redacted', async () => {
    const start = (index: number, content_block: object) =>
      event({ type: 'content_block_start', ...{ index, content_block } });
    const delta = (index: number, value: object) => event({ type: 'content_block_delta', ...{ index, delta: value } });
    const message = {
      id: 'm',
      type: 'message',
      role: 'assistant',
      model: 'm',
      content: [],
      stop_reason: null,
      stop_sequence: null,
    };
    const first = [
      event({ type: 'message_start', ...{ message: { ...message, usage: { input_tokens: 1, output_tokens: 0 } } } }),
      start(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'I weigh.' }),
      delta(0, { type: 'signature_delta', signature: 'SIG' }),
      start(1, { type: 'redacted_thinking', data: 'HIDDEN' }),
      start(2, { type: 'text', text: '' }),
      delta(2, { type: 'text_delta', text: 'I publish.' }),
      start(3, { type: 'tool_use', id: 'tu1', name: 'new_answer', input: {} }),
      delta(3, { type: 'input_json_delta', partial_json: '{"content":"Green."}' }),
      event({
        type: 'message_delta',
        ...{ delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: 9 } },
      }),
      event({ type: 'message_stop' }),
    ].join('');
    const thinking = { type: 'enabled', budget_tokens: 2_000 };
    const sent = await goesBack('claude', 'claude-sonnet-4-5', first, { thinking });
    expect(sent.thinking).toEqual(thinking);
    expect(sent.messages[1].content).toEqual([
      { type: 'thinking', thinking: 'I weigh.', signature: 'SIG' },
      { type: 'redacted_thinking', data: 'HIDDEN' },
      { type: 'text', text: 'I publish.' },
      { type: 'tool_use', id: 'tu1', name: 'new_answer', input: { content: 'Green.' } },
    ]);
  });

  it('Gemini: the signature on the call', async () => {
    const call = { functionCall: { name: 'new_answer', args: { content: 'Green.' } }, thoughtSignature: 'SIG' };
    const first = data({ candidates: [{ content: { role: 'model', parts: [call] }, finishReason: 'STOP' }] });
    const sent = await goesBack('gemini', 'gemini-3-pro-preview', first);
    const parts = sent.contents.flatMap((content: { parts: object[] }) => content.parts);
    expect(parts).toContainEqual(expect.objectContaining({ functionCall: expect.anything(), thoughtSignature: 'SIG' }));
  });

  it.each(['openai', 'grok'])('%s: the reasoning item with its encrypted content, before its call', async (type) => {
    const envelope = { id: 'r', object: 'response', created_at: 1, model: 'm', output: [] };
    const reasoning = { type: 'reasoning', id: 'rs_1', summary: [], status: 'in_progress' };
    const call = {
      type: 'function_call',
      id: 'fc_1',
      call_id: 'call_1',
      name: 'new_answer',
      arguments: '{"content":"Green."}',
    };
    const done = { type: 'response.output_item.done' };
    const first = [
      event({ type: 'response.created', ...{ response: { ...envelope, status: 'in_progress' } } }),
      event({ type: 'response.output_item.added', ...{ output_index: 0, item: reasoning } }),
      event({ ...done, ...{ output_index: 0, item: { ...reasoning, encrypted_content: 'ENC', status: 'completed' } } }),
      event({
        type: 'response.output_item.added',
        ...{ output_index: 1, item: { ...call, arguments: '', status: 'in_progress' } },
      }),
      event({ ...done, ...{ output_index: 1, item: { ...call, status: 'completed' } } }),
      event({
        type: 'response.completed',
        ...{
          response: {
            ...envelope,
            status: 'completed',
            usage: { input_tokens: 1, output_tokens: 9, total_tokens: 10 },
          },
        },
      }),
    ].join('');
    const sent = await goesBack(type, type === 'openai' ? 'gpt-5' : 'grok-4', first);
    const kinds = sent.input.map((item: { type?: string; role?: string }) => item.type ?? item.role);
    expect(sent.input).toContainEqual(expect.objectContaining({ type: 'reasoning', encrypted_content: 'ENC' }));
    expect(kinds.indexOf('function_call')).toBe(kinds.indexOf('reasoning') + 1);
    expect(sent.store).toBe(false);
  });
});
