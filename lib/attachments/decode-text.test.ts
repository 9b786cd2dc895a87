import { expect, test } from 'vitest';
import { decodeText } from './decode-text';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

test.each([
  ['UTF-8', Buffer.from('Größe — 高さ'), 'Größe — 高さ', 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\ufeffa,b\r\n'), 'a,b\r\n', 'utf-8'],
  ['UTF-16 of Notepad', utf16le('\ufeffGröße\r\n高さ'), 'Größe\r\n高さ', 'utf-16le'],
  ['UTF-16, big end first', utf16be('\ufeffGröße 高さ'), 'Größe 高さ', 'utf-16be'],
  ['UTF-16 without a mark', utf16le('id;name\r\n1;Zoë\r\n'), 'id;name\r\n1;Zoë\r\n', 'utf-16le'],
  ['UTF-16 without a mark, big end first', utf16be('id;name\r\n1;Zoë\r\n'), 'id;name\r\n1;Zoë\r\n', 'utf-16be'],
  ['Windows-1252', latin1('caf\xe9'), 'café', 'windows-1252'],
  [
    'Windows-1252 with its own signs',
    latin1('\x93Gr\xf6\xdfe\x94 \x96 5 \x80, it\x92s\x85'),
    '“Größe” – 5 €, it’s…',
    'windows-1252',
  ],
  [
    'French',
    latin1('La cr\xe9\xe9e, o\xf9 \xab l\x92\x9cuvre \xbb na\xeet'),
    'La créée, où « l’œuvre » naît',
    'windows-1252',
  ],
  ['Spanish', latin1('\xbfQu\xe9? \xa1A\xf1o! 1.\xba'), '¿Qué? ¡Año! 1.º', 'windows-1252'],
])('%s', (_, bytes, text, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding });
});

test.each([
  ['a program', latin1('\x7fELF\0\x01\x02')],
  ['Russian in Windows-1251', latin1('\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0')],
  ['Japanese in Shift-JIS', latin1('\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd')],
  ['Chinese in GB 18030', latin1('\xc4\xe3\xba\xc3\xca\xc0\xbd\xe7')],
  ['Polish in Windows-1250', latin1('mo\xbfe by\xe6')],
  ['half a character of UTF-16', latin1('\xff\xfea\0b')],
  ['zeros', Buffer.alloc(64)],
  ['compressed data', latin1('\x1f\x8b\x08\0\0\0\0\0\0\x03\xcbH\xcd')],
])('%s is no text', (_, bytes) => {
  expect(decodeText(bytes)).toBeNull();
});
