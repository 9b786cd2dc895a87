import { expect, it } from 'vitest';
import { agentsLayout } from './agents-layout';

it.each([
  [1, 390, 'grid'],
  [3, null, 'grid'],
  [3, 1180, 'grid'],
  [4, 736, 'grid'],
  [4, 700, 'rail'],
  [5, 1180, 'rail'],
  [8, null, 'rail'],
  [3, 358, 'segments'],
  [8, 358, 'segments'],
] as const)('%i agents in %s px stand as %s', (agents, width, layout) => {
  expect(agentsLayout(agents, width)).toBe(layout);
});
