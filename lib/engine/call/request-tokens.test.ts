import { expect, it } from 'vitest';
import { requestTokens as estimatedTokens } from '@/lib/protocol/fit/request-tokens';
import { SimulatedRun } from '@/lib/protocol/testing/simulated-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import type { CallHost, ReadyRequest, RequestCount } from './active-call';
import { newCall } from './call-clock';

import { keepCount, mostTokenFactor, requestTokens, tokenFactor } from './request-tokens';

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
    call.sent = { tokens: estimate - 100, bounds: { least: estimate - 150, most: estimate } } as ReadyRequest;
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

it('a count that says nothing leaves what the last one said that did', () => {
  const { host, call, agent, estimate, count } = slotA();
  count(20);
  count(2 * (estimate - 100));
  for (const tokens of [30, 20]) count(tokens);
  expect(requestTokens(host, call, agent)).toBe(2 * estimate);
  count(3 * (estimate - 100));
  expect(requestTokens(host, call, agent)).toBe(3 * estimate);
});

it('knows at once how many times the estimate a provider counts at most', () => {
  const { host, call, agent, estimate, count } = slotA();
  const factors = () => [mostTokenFactor(host, call.slot, agent.backend), tokenFactor(host, call.slot, agent.backend)];
  expect(factors()).toEqual([1, 1]);
  for (const tokens of [2 * estimate, 20, estimate / 2, 100 * estimate, 30]) {
    count(tokens);
    const [most = 0, factor = 0] = factors();
    expect(most).toBeGreaterThanOrEqual(factor);
  }
});
