import { expect, it } from 'vitest';
import { boardToolWords } from './board-words';

it.each([
  ['get_peer_answers', {}, 'read the answers'],
  ['get_peer_context', { slot: 'B', part: 'tools' }, 'read B’s tool calls'],
  ['get_peer_context', null, 'read another agent’s work'],
  ['read_peer_file', { slot: 'B', path: 'src/x.ts' }, 'read B’s file src/x.ts'],
  ['post_note', { text: 'x' }, 'wrote a note'],
  ['post_note', { text: 'x', to: ['A', 'C'] }, 'wrote a note to A and C'],
  ['Bash', { command: 'ls' }, null],
] as const)('%s %j is said as %s', (tool, given, words) => {
  expect(boardToolWords({ server: 'board', tool, arguments: given })).toBe(words);
});

it('says nothing of a tool of the same name from elsewhere', () => {
  expect(boardToolWords({ server: 'other', tool: 'post_note', arguments: { text: 'x' } })).toBeNull();
});
