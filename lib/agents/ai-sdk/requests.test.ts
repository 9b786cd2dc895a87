import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import { backendFor } from '../registry';
import { collectEvents, sampleCall } from '../testing/sample-call';

let doubles: Doubles;

beforeAll(async () => {
  doubles = await startDoubles();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
});
beforeEach(() => doubles.journal.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  await doubles.close();
});

/** The body that a provider gets for the step behind a tool call. */
async function secondStep(type: string, model: string, path: string, params: Record<string, unknown> = {}) {
  const call = sampleCall(type, model, `${doubles.origin}${path}`, { choice: { type, model, baseUrl: null, params } });
  const messages: PromptMessage[] = [
    ...call.messages,
    {
      role: 'assistant',
      text: 'Four.',
      toolCalls: [{ toolCallId: 'call_1', tool: 'new_answer', arguments: { content: '4' } }],
    },
    { role: 'tool', toolCallId: 'call_1', tool: 'new_answer', result: 'Not published.', isError: true },
  ];
  await collectEvents(backendFor(type), { ...call, messages });
  return doubles.journal.items()[0]?.body as Record<string, any>;
}

describe('what goes back after a tool call', () => {
  it('openai: the call without an id of OpenAI’s items, nothing stored, no reasoning', async () => {
    const body = await secondStep('openai', 'gpt-6-sol', '/v1', { reasoning_effort: 'low', max_tokens: 500 });
    expect(body).toMatchObject({
      store: false,
      prompt_cache_key: 'run-A',
      max_output_tokens: 500,
      reasoning: { effort: 'low' },
      tool_choice: 'required',
    });
    // What it has thought comes back encrypted, since nothing is stored there.
    expect(body.include).toEqual(['reasoning.encrypted_content']);
    expect(body.input.slice(2)).toEqual([
      { role: 'assistant', content: 'Four.' },
      { type: 'function_call', call_id: 'call_1', name: 'new_answer', arguments: '{"content":"4"}' },
      { type: 'function_call_output', call_id: 'call_1', output: '{"error":"Not published."}' },
    ]);
  });

  it('grok: the call under its own id, and one cache key for a slot’s requests', async () => {
    const body = await secondStep('grok', 'grok-4.7', '/v1');
    expect(body).toMatchObject({ store: false, prompt_cache_key: 'run-A', tool_choice: 'required' });
    expect(body.input.at(-2)).toMatchObject({ type: 'function_call', call_id: 'call_1', status: 'completed' });
    expect(body.input.at(-1)).toMatchObject({ type: 'function_call_output', call_id: 'call_1' });
  });

  it.each(['gemini-3.1-pro-preview', 'gemini-4-argon'])('%s: the call with the documented stand-in', async (model) => {
    const body = await secondStep('gemini', model, '/v1beta');
    const parts = body.contents.flatMap(({ parts: all }: { parts: object[] }) => all);
    const call = parts.find((part: object) => 'functionCall' in part);
    expect(call).toMatchObject({
      functionCall: { name: 'new_answer', args: { content: '4' } },
      thoughtSignature: 'skip_thought_signature_validator',
    });
    expect(body).toMatchObject({
      generationConfig: { thinkingConfig: { includeThoughts: true } },
      toolConfig: { functionCallingConfig: { mode: 'ANY' } },
    });
  });

  it('gemini: a model that does not think is not asked for its thoughts', async () => {
    const body = await secondStep('gemini', 'gemini-2.0-flash', '/v1beta', { temperature: 0.2, safetySettings: [] });
    expect(body.generationConfig).toEqual({ temperature: 0.2 });
    expect(body.safetySettings).toEqual([]);
  });

  it('zai: a tool is offered, not demanded, and its arguments are streamed where the model can', async () => {
    expect(await secondStep('zai', 'glm-4.6', '/api/paas/v4')).toMatchObject({
      tool_choice: 'auto',
      tool_stream: true,
    });
    doubles.journal.clear();
    expect(await secondStep('zai', 'glm-4.5', '/api/paas/v4')).not.toHaveProperty('tool_stream');
  });
});
