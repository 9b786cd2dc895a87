import { expect, test } from 'vitest';
import { serverChoices } from './server-choices';

const SERVERS = [
  { id: '1', name: 'GitHub' },
  { id: '2', name: 'ci' },
];

test.each([
  ['', '', ['GitHub', 'ci']],
  ['ci', 'ci', ['GitHub', 'ci']],
  ['github', 'GitHub', ['GitHub', 'ci']],
  ['1', 'GitHub', ['GitHub', 'ci']],
  ['gone', 'gone', ['GitHub', 'ci', 'gone']],
])('%j written by hand is %j among the choices', (written, chosen, names) => {
  expect(serverChoices(SERVERS, written)).toEqual({ chosen, names });
});
