import { expect, test } from 'vitest';
import { titleOf } from './title-of';

test.each([
  ['\n  Short  \nmore', 'Short'],
  ['', ''],
  [`${'word '.repeat(30)}`, `${'word '.repeat(16).trim()}…`],
  ['漢'.repeat(100), `${'漢'.repeat(80)}…`],
  [`${'漢'.repeat(79)}👩‍👩‍👧家`, `${'漢'.repeat(79)}…`],
  ['## **Budget** of `2027`\n- rooms', 'Budget of 2027'],
  ['> Quoted', 'Quoted'],
  ['What is 2**3**4 and -5 + 3?', 'What is 2**3**4 and -5 + 3?'],
  ['Hi Anna,\n\nwhat does it cost?', 'what does it cost?'],
  ['Hello!', 'Hello!'],
  ['```\nconst a = 1;\n```\nWhat is a?', 'const a = 1;'],
  ['…', '…'],
  ['x'.repeat(100), `${'x'.repeat(80)}…`],
])('%j is called %j', (input, title) => expect(titleOf(input)).toBe(title));
