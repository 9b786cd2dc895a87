import { expect, it } from 'vitest';
import { requestTokens as estimatedTokens } from '@/lib/protocol/fit/request-tokens';
import { SimulatedRun } from '@/lib/protocol/testing/simulated-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import type { CallHost, RequestCount } from './active-call';
import { newCall } from './call-clock';
import { keepCount, requestTokens } from './request-tokens';

function slotA(stateful = false) {
  const run = new SimulatedRun(testTeam(2));
  const call = { ...newCall('A', 'coordination'), callId: run.callId('A') };
  const counts = new Map<string, RequestCount>();
  const deps = { backendFor: () => ({ capabilities: () => ({ stateful }) }) };
  const host = { state: run.state, history: [], counts, deps } as unknown as CallHost;
  const agent = run.state.team!.agents[0]!;
  const { messages, tools } = run.request('A');
  const estimate = estimatedTokens(messages as never, tools);
  const count = (inputTokens: number) => {
    call.sentTokens = estimate - 100;
    keepCount(host, call, agent.backend, { inputTokens, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 });
  };
  return { host, call, agent, estimate, count };
}

it('a request is guessed by its text until its provider has counted one, which says by how much the guess is wrong', () => {
  const { host, call, agent, estimate, count } = slotA();
  expect(requestTokens(host, call, agent)).toBe(estimate);
  count(2 * (estimate - 100));
  expect(requestTokens(host, call, agent)).toBe(2 * estimate);
  const other = { ...agent, backend: { ...agent.backend, model: 'another tokenizer' } };
  expect(requestTokens(host, call, other)).toBe(estimate);
});

it.each([
  ['that leaves out what the server has in its cache', 20, false],
  ['of a backend that keeps the conversation itself', 1_234, true],
])('a count %s is no count of the request', (_name, tokens, stateful) => {
  const { host, call, agent, estimate, count } = slotA(stateful);
  count(tokens);
  expect(requestTokens(host, call, agent)).toBe(estimate);
});
