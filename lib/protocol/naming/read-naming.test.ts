import { describe, expect, it, test } from 'vitest';
import { MAX_SUMMARY, MAX_TITLE } from './name-texts';
import { namingRequest } from './naming-request';
import { readNaming } from './read-naming';
import { summaryByRule } from './summary-by-rule';

test.each([
  [
    'Budget of 2027\nIt was asked what it costs. It costs 3,000 €.',
    'Budget of 2027',
    'It was asked what it costs. It costs 3,000 €.',
  ],
  ['Title: “Budget of 2027.”\n\nSummary: What it costs.', 'Budget of 2027', 'What it costs.'],
  ['# **Budget** of `2027`', 'Budget of 2027', null],
  ['Budget\r\nof\u2028everything', 'Budget', 'of everything'],
  ['[A link](javascript:alert) here', 'A link here', null],
  ['Evil\u202etxt.exe\u202c and \u0007bell', 'Eviltxt.exe and bell', null],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>', null],
  ['…\n---\n', null, null],
  ['', null, null],
])('the reply %j is read', (reply, title, summary) => {
  expect(readNaming(reply)).toEqual(title === null ? null : { title, summary });
});

describe('a reply without measure', () => {
  it('is cut, and never inside of what is seen as one character', () => {
    const family = '👩‍👩‍👧‍👦';
    const titled = readNaming(`a${family.repeat(500)}\n${'漢字'.repeat(5_000)}`);
    expect(titled?.title.length).toBeLessThanOrEqual(MAX_TITLE);
    expect(titled?.title.slice(1).replaceAll(family, '')).toBe('…');
    expect(titled?.summary?.length).toBeLessThanOrEqual(MAX_SUMMARY);
  });

  it('is read in no time', () => {
    const begin = performance.now();
    for (const piece of ['*_', '[', '`', '> ', '![](', '\u202e', '"', 'a\u0301'.repeat(50)])
      readNaming(piece.repeat(200_000 / piece.length));
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

test.each([
  ['**Yes.** It is 391.\n\nMore.', 'Yes. It is 391.'],
  ['```\ncode();\n```\n## What it does\nIt runs.', 'It runs.'],
  ['| a | b |\n|---|---|\n\n- First point', 'First point'],
  ['## Answer\n\nIt is 391.', 'It is 391.'],
  ['## Answer\n\n```\n391\n```', 'Answer'],
  ['```\nonly code\n```', null],
  ['', null],
])('the answer %j begins with %j', (answer, summary) => expect(summaryByRule(answer)).toBe(summary));

test('the request holds no more than the beginning of either', () => {
  expect(JSON.stringify(namingRequest('q'.repeat(1e6), 'a'.repeat(1e6))).length).toBeLessThan(10_000);
});
