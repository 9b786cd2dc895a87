import { expect, it } from 'vitest';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import { modelsForTeam, newTeamAddress, teamOfModels } from './team-of-backend';

const known = (model: string, tools: boolean) => ({ model, tools }) as BackendInfo['catalogue'][number];

it('takes models that hold conversations, those that call tools first', () => {
  const models = ['text-embedding-3', 'old', 'whisper-1', 'new-a', 'new-b', 'other'];
  const catalogue = [known('new-a', true), known('new-b', true), known('old', false)];
  expect(modelsForTeam({ models, catalogue })).toEqual(['new-a', 'new-b', 'old']);
});

it('makes a team of three also of one model', () => {
  const { agents } = teamOfModels('Local', 'lmstudio', ['gpt-oss']);
  expect(agents.map(({ slot, backend }) => [slot, backend.model])).toEqual([
    ['A', 'gpt-oss'],
    ['B', 'gpt-oss'],
    ['C', 'gpt-oss'],
  ]);
});

it('gives the new team its models by the address', () => {
  const backend = {
    type: 'lmstudio',
    label: 'LM Studio',
    models: ['a/b', 'c'],
    catalogue: [],
  } as unknown as BackendInfo;
  expect(newTeamAddress(backend)).toBe('/teams/new?name=LM+Studio+team&backend=lmstudio&model=a%2Fb&model=c');
});
