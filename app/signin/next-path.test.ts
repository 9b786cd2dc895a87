import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path';

describe('nextPath', () => {
  it('keeps a path of this site', () => {
    expect(nextPath('/c/1?x=2')).toBe('/c/1?x=2');
    expect(nextPath(undefined)).toBe('/');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'http://here.invalid//evil.example',
  ])('never leaves for %s', (url) => {
    expect(nextPath(url)).toBe('/');
  });
});
