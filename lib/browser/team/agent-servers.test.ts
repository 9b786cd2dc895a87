import { expect, test } from 'vitest';
import { isToolTaken, takenOf, unknownServers, withServer, withTools } from './agent-servers';

const GITHUB = { id: 'id-1', name: 'GitHub' };
const FILES = { id: 'id-2', name: 'Files' };

test('servers are ticked by name, and found by name or id', () => {
  const one = withServer(['files'], GITHUB, true);
  expect(one).toEqual(['files', 'GitHub']);
  expect(takenOf(one, GITHUB)).toEqual({ server: 'GitHub' });
  expect(takenOf(['id-1'], GITHUB)).toEqual({ server: 'id-1' });
  expect(takenOf(one, { id: 'id-3', name: 'Other' })).toBeNull();
  expect(withServer(one, FILES, false)).toEqual(['GitHub']);
  expect(unknownServers(['github', { server: 'gone' }], [GITHUB, FILES])).toEqual(['gone']);
});

test('some tools of a server are named, all of them are the server', () => {
  const some = withTools(['Files', 'github'], GITHUB, ['list'], ['list', 'write']);
  expect(some).toEqual(['Files', { server: 'github', tools: ['list'] }]);
  expect(isToolTaken({ server: 'github', tools: ['list'] }, 'write')).toBe(false);
  expect(isToolTaken({ server: 'github', exclude: ['write'] }, 'write')).toBe(false);
  expect(isToolTaken({ server: 'github', exclude: ['write'] }, 'list')).toBe(true);
  expect(withTools(some, GITHUB, ['list', 'write'], ['list', 'write'])).toEqual(['Files', 'github']);
});
