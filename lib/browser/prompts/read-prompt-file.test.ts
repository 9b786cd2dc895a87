import { expect, it } from 'vitest';
import { readPromptFile } from './read-prompt-file';

it('reads our own file and what others write', () => {
  const read = (value: unknown) => readPromptFile('p.json', JSON.stringify(value));
  expect(read({ prompts: [{ name: 'A', text: 'a {{x}}', variables: ['x'] }] })).toEqual([
    { name: 'A', text: 'a {{x}}' },
  ]);
  expect(read([{ command: '/sum', content: 'Sum up.' }, 7, { title: 'No text' }])).toEqual([
    { name: 'sum', text: 'Sum up.' },
  ]);
  expect(read({ name: 'One', prompt: 'Only this.' })).toEqual([{ name: 'One', text: 'Only this.' }]);
});

it('takes a text file as one prompt', () => {
  expect(readPromptFile('Code review.md', 'Review {{file}}.')).toEqual([
    { name: 'Code review', text: 'Review {{file}}.' },
  ]);
});

it.each([
  ['p.json', '{'],
  ['p.json', '[]'],
  ['p.json', 'null'],
  ['p.txt', ' \n'],
])('finds none in %s %j', (file, content) => expect(readPromptFile(file, content)).toBeNull());
