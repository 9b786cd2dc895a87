import { expect, it } from 'vitest';
import { ByteLru } from './byte-lru';

it('keeps what was asked for last, up to its bytes', () => {
  const lru = new ByteLru<number>(10);
  lru.set('a', 1, 4);
  lru.set('b', 2, 4);
  expect(lru.get('a')).toBe(1);
  lru.set('c', 3, 4);
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3]);
  lru.set('a', 4, 6);
  expect([lru.get('a'), lru.get('c')]).toEqual([4, 3]);
  lru.set('d', 5, 11);
  expect([lru.get('a'), lru.get('c'), lru.get('d')]).toEqual([4, 3, undefined]);
  lru.set('a', 6, 11);
  expect([lru.get('a'), lru.get('c')]).toEqual([undefined, 3]);
});
