import { expect, it } from 'vitest';
import { condensedWords } from './condensed-words';

it('says in plain words what was condensed and for what window', () => {
  const cut = [
    { what: 'answer B.2', characters: 400_000, kept: 12_000 },
    { what: 'the result of search', characters: 90_000, kept: 0 },
    { what: 'note C-n1', characters: 4_000, kept: 300 },
    { what: 'the answer of turn 141', characters: 3_000, kept: 300 },
  ];
  expect(condensedWords({ window: 8_192, windowFrom: 'server', turns: 140, cut, more: 2 })).toEqual({
    what: [
      'Turns 1–140 were summarised to fit this model’s window.',
      'Answer B.2 was shortened to 12,000 of its 400,000 characters.',
      'The result of search was left out (90,000 characters).',
      'Note C-n1 was shortened to 300 of its 4,000 characters.',
      '3 more texts were shortened.',
    ],
    window: 'The window has 8,192 tokens, as its server says.',
  });
  expect(condensedWords({ window: 4_096, windowFrom: 'default', turns: 1, cut: [] }).what).toEqual([
    'Turn 1 was summarised to fit this model’s window.',
  ]);
});
