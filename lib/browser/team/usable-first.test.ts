import { expect, it } from 'vitest';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { usableFirst } from './usable-first';

const backend = (type: string, healthy: boolean) =>
  ({ type, label: type, simulation: false, configured: healthy, healthy }) as BackendInfo;
const team = (id: string, ...types: string[]): TeamChoice => ({
  id,
  name: id,
  builtIn: false,
  canCheck: false,
  agents: types.map((type, index) => ({ slot: 'ABC'[index]!, name: '', backend: type, model: '', ownAddress: false })),
});

const teams = [team('none', 'out', 'out'), team('some', 'out', 'ready'), team('all', 'ready')];

it('puts teams without any agent that can answer last and leaves the others as they are', () => {
  const order = usableFirst(teams, [backend('out', false), backend('ready', true)]).map(({ id }) => id);
  expect(order).toEqual(['some', 'all', 'none']);
});

it('leaves the order alone while nothing is known', () => {
  expect(usableFirst(teams, null)).toBe(teams);
});
