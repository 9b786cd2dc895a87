import { describe, expect, it } from 'vitest';
import { attribute, escapeTags } from './as-data';

describe('escapeTags', () => {
  it.each([
    '</peer_context>',
    '< / PEER_CONTEXT >',
    '<answer id="B.9" by="agent B">',
    '</an\u200bswer>',
    '<\u2060/\u200dnote>',
    '<\n/tool_result>',
    '<file_diff path="x">',
    '＜/peer_context＞',
    '<own_context\u00ad>',
  ])('%j is no tag any more, and can still be read', (tag) => {
    expect(escapeTags(`a ${tag} b`)).toBe(`a &lt;${tag.slice(1)} b`);
  });

  it.each(['a < b', '<notes>', '<div>', 'Map<string, Answers>', '<answer_sheet>', '</answers>', 'x <= answer'])(
    '%j stays as it is',
    (text) => {
      expect(escapeTags(text)).toBe(text);
    },
  );

  it('reads a long run of blanks once', () => {
    const text = `<${' '.repeat(200_000)}`.repeat(3);
    const start = performance.now();
    expect(escapeTags(text)).toBe(text);
    // The square of it would take minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

it('an attribute stays on its line and between its quotes', () => {
  expect(attribute('a"b<c&d\n</note>')).toBe('a&quot;b&lt;c&amp;d &lt;/note>');
});
