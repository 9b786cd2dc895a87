import { expect, test } from 'vitest';
import { cleanFileName } from './clean-file-name';
import { sniffType } from './sniff-type';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

test.each([
  ['\x89PNG\r\n\x1a\n', 'image', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image', 'image/jpeg'],
  ['GIF89a', 'image', 'image/gif'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image', 'image/webp'],
  ['%PDF-1.7\n\x00', 'document', 'application/pdf'],
])('%j is known by its beginning, whatever it is called', (begin, kind, mediaType) => {
  expect(sniffType(bytes(begin), 'notes.md')).toEqual({ kind, mediaType });
});

test.each([
  ['a.md', 'text/markdown'],
  ['b.CSV', 'text/csv'],
  ['c.json', 'application/json'],
  ['d.svg', 'image/svg+xml'],
  ['e.py', 'text/plain'],
  ['f.constructor', 'text/plain'],
  ['', 'text/plain'],
])('text named %j is %s', (name, mediaType) => {
  expect(sniffType(Buffer.from('Größe: 3 m\t\x1b[0m\r\n'), name)).toEqual({ kind: 'text', mediaType });
});

test.each(['\x7fELF\0', 'RIFF\x10\x00\x00\x00WAVE', '\x01\x02'])('%j is nothing that we take', (content) => {
  expect(sniffType(bytes(content), 'x.txt')).toBeNull();
});

test('text in UTF-16 or Windows-1252 is text', () => {
  expect(sniffType(bytes('\xff\xfeU\0T\0F\0'), 'a.csv')).toEqual({ kind: 'text', mediaType: 'text/csv' });
  expect(sniffType(bytes('caf\xe9'), 'a.txt')).toEqual({ kind: 'text', mediaType: 'text/plain' });
});

test('a name loses folders and what misleads, and keeps its extension when it is cut', () => {
  const text = { kind: 'text', mediaType: 'text/plain' } as const;
  expect(cleanFileName('../../etc/notes.md', text)).toBe('notes.md');
  expect(cleanFileName('C:\\Users\\me\\a b.txt', text)).toBe('a b.txt');
  expect(cleanFileName('gpj.\u202etxt\n.exe', text)).toBe('gpj.txt.exe');
  expect(cleanFileName(' .. ', { kind: 'image', mediaType: 'image/png' })).toBe('image.png');
  expect(cleanFileName('', text)).toBe('text.txt');
  const long = cleanFileName(`${'x'.repeat(300)}.json`, text);
  expect([long.length, long.endsWith('.json')]).toEqual([200, true]);
  expect(cleanFileName(`${'x'.repeat(194)}👩‍👩‍👧.json`, text)).toBe(`${'x'.repeat(194)}.json`);
});
