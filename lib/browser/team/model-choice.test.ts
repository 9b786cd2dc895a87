import { describe, expect, it } from 'vitest';
import type { BackendInfo } from './backends-store';
import type { LocalServer } from './local-servers';
import { choicesFor, choicesWith, firstTeam, modelChoices, teamOfChoices, tickedIn, withTicked } from './model-choice';

const OLLAMA: LocalServer = {
  label: 'Ollama',
  origin: 'http://127.0.0.1:11434',
  baseUrl: 'http://127.0.0.1:11434/v1',
  backend: 'openai_compatible',
  models: ['qwen3:8b', 'nomic-embed-text'],
  trusted: true,
};
const backend = (type: string, models: string[], over: Partial<BackendInfo> = {}) =>
  ({ type, label: type.toUpperCase(), configured: true, healthy: true, models, catalogue: [], ...over }) as BackendInfo;

describe('the models that can be asked now', () => {
  const choices = modelChoices(
    [
      backend('demo', ['x'], { simulation: true }),
      backend('openai', ['gpt-a', 'tts-1']),
      backend('claude', ['claude-b'], { healthy: false }),
      backend('gemini', ['gemini-c'], { configured: false }),
    ],
    [OLLAMA],
  );

  it('are those of providers that answer and of servers, without what holds no conversation', () => {
    expect(choices.map(({ source, model }) => `${source} ${model}`)).toEqual(['OPENAI gpt-a', 'Ollama qwen3:8b']);
  });

  it('are found by words of name and source, in any order', () => {
    expect(choicesWith(choices, 'qwen oll').map(({ model }) => model)).toEqual(['qwen3:8b']);
    expect(choicesWith(choices, ' ')).toHaveLength(2);
    expect(choicesWith(choices, 'qwen gpt')).toEqual([]);
  });

  it('become a team with an agent each, each at its own address', () => {
    const { agents, coordination } = teamOfChoices('T', choices);
    expect(agents.map(({ slot, backend: asked }) => [slot, asked])).toEqual([
      ['A', { type: 'openai', model: 'gpt-a' }],
      ['B', { type: 'openai_compatible', model: 'qwen3:8b', baseUrl: OLLAMA.baseUrl }],
    ]);
    expect(coordination).toEqual({ decision: 'evidence' });
    expect(teamOfChoices('T', choices.slice(0, 1)).coordination).toBeUndefined();
  });

  it('fill a first team of three, however few they are', () => {
    expect(firstTeam('T', choices.slice(1)).agents.map(({ backend: { model } }) => model)).toEqual([
      'qwen3:8b',
      'qwen3:8b',
      'qwen3:8b',
    ]);
    expect(firstTeam('T', []).agents).toEqual([]);
  });

  it('stand behind what else is in a team, which can be taken out', () => {
    const unknown = { slot: 'A', backend: { type: 'openai_compatible', model: 'any-model', baseUrl: 'http://x/v1' } };
    const team = { name: 'T', agents: [unknown, { slot: 'B', backend: { type: 'openai', model: 'gpt-a' } }] };
    const all = choicesFor(team, choices);
    expect(all.map(({ model }) => model)).toEqual(['any-model', 'gpt-a', 'qwen3:8b']);
    const ticked = tickedIn(team, all);
    expect(ticked).toHaveLength(2);
    const left = withTicked(team, all, ticked.slice(1));
    expect(left.agents.map(({ backend: { model } }) => model)).toEqual(['gpt-a']);
    expect(choicesFor(left, choices)).toEqual(choices);
  });

  it('are ticked in a team, whose other agents stay as they are', () => {
    const agent = { slot: 'B', name: 'Reader', systemMessage: 'Read.', backend: { type: 'openai', model: 'gpt-a' } };
    const other = { slot: 'C', backend: { type: 'claude', model: 'not-listed' } };
    const team = { name: 'T', agents: [agent, other] };
    expect(tickedIn(team, choices)).toEqual(['openai gpt-a']);
    const more = withTicked(
      team,
      choices,
      choices.map(({ key }) => key),
    );
    expect(more.agents.map(({ slot, backend: { model } }) => [slot, model])).toEqual([
      ['B', 'gpt-a'],
      ['C', 'not-listed'],
      ['A', 'qwen3:8b'],
    ]);
    expect(more.agents[0]).toEqual(agent);
    expect(withTicked(team, choices, []).agents).toEqual([other]);
  });

  it('take the place of the simulation, which comes back with the last tick', () => {
    const demo = { name: 'T', agents: [{ slot: 'A', backend: { type: 'demo' } }] };
    const ticked = withTicked(demo, choices, ['openai gpt-a']);
    expect(ticked.agents.map(({ backend: { type } }) => type)).toEqual(['openai']);
    expect(withTicked(ticked, choices, []).agents.map(({ backend: { type } }) => type)).toEqual(['demo']);
  });
});
