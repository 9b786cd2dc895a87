import { expect, it } from 'vitest';
import { healthWord, problemNote, teamProblems } from './backend-health';
import type { BackendInfo } from './backends-store';

const backend = (type: string, facts: Partial<BackendInfo>): BackendInfo => ({
  type,
  label: type.toUpperCase(),
  simulation: false,
  fields: { key: 'needed', keyOf: 'claude', baseUrl: 'https://…/v1' },
  free: false,
  configured: true,
  healthy: true,
  latencyMs: 5,
  models: [],
  catalogue: [],
  params: [],
  checkedAt: '2026-01-01T00:00:00.000Z',
  ...facts,
});
const agent = (slot: string, type: string, ownAddress = false) => ({
  slot,
  name: slot,
  backend: type,
  model: 'm',
  ownAddress,
});
const BACKENDS = [
  backend('demo', { simulation: true }),
  backend('good', {}),
  backend('bare', { configured: false, healthy: false, message: 'Add a key.' }),
  backend('dead', { healthy: false }),
  backend('slow', { slow: true, message: 'It has not answered yet.' }),
];

it('says in a word how a backend is, and what to do only where something is to be done', () => {
  expect(BACKENDS.map(healthWord).map(({ tone, word, remedy }) => [tone, word, remedy])).toEqual([
    ['plain', 'Simulation', null],
    ['ok', 'Ready', null],
    ['warn', 'Not set up', 'Add a key.'],
    ['danger', 'Not reachable', 'Check the base URL and the network.'],
    ['warn', 'Slow', 'It has not answered yet.'],
  ]);
});

it('names the agents of a team that cannot answer, and judges no address that it has not asked', () => {
  const agents = [
    agent('A', 'demo'),
    agent('B', 'bare'),
    agent('C', 'good'),
    agent('D', 'bare'),
    agent('E', 'dead', true),
  ];
  const problems = teamProblems({ id: 't', name: 'T', builtIn: false, canCheck: false, agents }, BACKENDS);
  expect(problems.map(({ label, slots }) => [label, slots])).toEqual([['BARE', ['B', 'D']]]);
  expect(problemNote(problems)).toBe('BARE: not set up');
  expect(problemNote([])).toBe('');
});
