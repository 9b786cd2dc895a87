import { expect, it } from 'vitest';
import { findPrompts, slashQuery } from './find-prompts';

it.each([
  ['/', ''],
  ['/Review ', 'review'],
  ['/review the', 'review the'],
  ['see /review', null],
  ['/usr/bin\nis a folder', null],
  [`/${'x'.repeat(60)}`, null],
  ['', null],
])('%j looks for %j', (text, query) => expect(slashQuery(text)).toBe(query));

it('finds prompts by the words of their names, those that begin with the query first', () => {
  const prompts = ['Code review', 'Review a contract', 'Translate'].map((name) => ({ name }));
  expect(findPrompts(prompts, 'review').map(({ name }) => name)).toEqual(['Review a contract', 'Code review']);
  expect(findPrompts(prompts, 'rev con').map(({ name }) => name)).toEqual(['Review a contract']);
  expect(findPrompts(prompts, '')).toHaveLength(3);
  expect(findPrompts(prompts, 'zz')).toEqual([]);
});
