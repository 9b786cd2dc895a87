import { describe, expect, it } from 'vitest';
import { validateTeam } from './validate-team';

const warn = (input: unknown) => validateTeam(input).warnings.map(({ path }) => path);
const claude = { type: 'claude', model: 'claude-sonnet-4-5' };
const textual = { type: 'lmstudio', model: 'google/gemma-2-9b' };

describe('the warnings of a team', () => {
  it('says nothing of an ordinary team', () => {
    expect(warn({ agents: [{ backend: claude }, { backend: { type: 'demo' } }], limits: { maxCostUsd: 1 } })).toEqual(
      [],
    );
  });

  it('names models that cannot call tools, fallbacks too', () => {
    expect(warn({ agents: [{ backend: claude, fallbacks: [textual] }, { backend: textual }] })).toEqual([
      'agents[0].fallbacks[0].model',
      'agents[1].backend.model',
    ]);
  });

  it('names a system message that fills the window of its model', () => {
    const systemMessage = 'word '.repeat(3_900);
    expect(warn({ agents: [{ backend: claude, systemMessage }] })).toEqual([]);
    expect(warn({ agents: [{ backend: textual, systemMessage }] })).toEqual([
      'agents[0].backend.model',
      'agents[0].backend.model',
    ]);
  });

  it('names settings without effect', () => {
    const agents = [{ backend: claude, weight: 2, fallbacks: [{ ...claude, model: 'claude-haiku-4-5' }, claude] }];
    expect(warn({ agents, limits: { turnSeconds: 60, callSeconds: 90, idleSeconds: 100 } })).toEqual([
      'agents[0].fallbacks[1]',
      'agents[0].weight',
      'limits.idleSeconds',
      'limits.callSeconds',
    ]);
    expect(warn({ agents, coordination: { voteRule: 'weighted' } })).not.toContain('agents[0].weight');
  });

  it('names models whose price a limit on money cannot see', () => {
    const agents = [{ backend: { type: 'openai_compatible', model: 'own-model' } }];
    expect(warn({ agents, limits: { maxCostUsd: 1 } })).toEqual(['limits.maxCostUsd']);
    expect(warn({ agents })).toEqual([]);
  });
});
