import { expect, it } from 'vitest';
import { restoreCommands } from './restore-commands';

it.each([
  ['\frac{1}{2} \beta \times \theta \text{m}', String.raw`\frac{1}{2} \beta \times \theta \text{m}`],
  ['a\n\tb\tc\nneq\ttext', 'a\n\tb\tc\nneq\ttext'],
  ['page one\f\npage two', 'page one\f\npage two'],
])('%j', (given, meant) => {
  expect(restoreCommands(given)).toBe(meant);
});
