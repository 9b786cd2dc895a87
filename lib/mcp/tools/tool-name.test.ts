import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toolName } from './tool-name';

test.each([
  ['github', 'create_issue', 'github__create_issue'],
  ['files-2', 'read-file', 'files-2__read-file'],
])('%s, %s: nothing is lost, nothing is added', (server, tool, name) => {
  expect(toolName(server, tool)).toBe(name);
});

test.each([
  ['github', 'create.issue', /^github__create_issue_[0-9a-f]{8}$/],
  ['my server', '検索', /^my_server__x_[0-9a-f]{8}$/],
  ['1pass', 'get', /^s_1pass__get$/],
  ['x', 'a__b', /^x__a_b_[0-9a-f]{8}$/],
  ['a'.repeat(40), 'b'.repeat(128), /^a{20}__b{19}_[0-9a-f]{8}$/],
])('%s, %s: what is lost is told apart by a hash', (server, tool, name) => {
  expect(toolName(server, tool)).toMatch(name);
});

test('every name can be called everywhere, and no two tools have the same', () => {
  const part = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-c._-]{0,6}$/));
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(part, part, (server, tool) => {
      const name = toolName(server, tool);
      const identity = JSON.stringify([server, tool]);
      expect(name).toMatch(/^[A-Za-z_][\w-]{0,49}$/);
      expect(seen.get(name) ?? identity).toBe(identity);
      seen.set(name, identity);
    }),
    { numRuns: 5000 },
  );
});
