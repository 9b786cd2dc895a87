import { expect, it } from 'vitest';
import { SimulatedRun } from '@/lib/protocol/testing/simulated-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { newCall } from './call-clock';
import { charactersOf } from './request-size';
import { keepCount, type RequestCount, requestTokens } from './request-tokens';
import type { CallHost } from './run-call';

function slotA(stateful = false) {
  const run = new SimulatedRun(testTeam(2));
  const call = { ...newCall('A', 'coordination'), callId: run.callId('A') };
  const counts = new Map<string, RequestCount>();
  const deps = { backendFor: () => ({ capabilities: () => ({ stateful }) }) };
  const host = { state: run.state, history: [], counts, deps } as unknown as CallHost;
  const agent = run.state.team!.agents[0]!;
  const { messages, tools } = run.request('A');
  const characters = charactersOf({ messages: messages as never, tools });
  const count = (inputTokens: number) => {
    call.sentCharacters = characters - 300;
    keepCount(host, call, agent.backend, { inputTokens, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 });
  };
  return { host, call, agent, characters, count };
}

it('a request is guessed by its characters until its provider has counted one; what is new since is guessed', () => {
  const { host, call, agent, characters, count } = slotA();
  expect(requestTokens(host, call, agent)).toBe(Math.ceil(characters / 3));
  count(1_234);
  expect(requestTokens(host, call, agent)).toBe(1_234 + 100);
  const other = { ...agent, backend: { ...agent.backend, model: 'another tokenizer' } };
  expect(requestTokens(host, call, other)).toBe(Math.ceil(characters / 3));
});

it.each([
  ['that leaves out what the server has in its cache', 20, false],
  ['of a backend that keeps the conversation itself', 1_234, true],
])('a count %s is no count of the request', (_name, tokens, stateful) => {
  const { host, call, agent, characters, count } = slotA(stateful);
  count(tokens);
  expect(requestTokens(host, call, agent)).toBe(Math.ceil(characters / 3));
});
