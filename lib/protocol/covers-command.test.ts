import { describe, expect, it } from 'vitest';
import { coversCommand } from './covers-command';

describe('leave for a shell command', () => {
  it.each([
    ['npm test', 'npm test'],
    ['npm test', 'npm test unit --watch=false'],
    ['ls', 'ls src/lib'],
    ['echo "a b" | wc -l', 'echo "a b" | wc -l'],
  ])('%s holds for %s', (allowed, command) => {
    expect(coversCommand(allowed, command)).toBe(true);
  });

  it.each([
    ['npm test', 'npm testing'],
    ['npm test', 'npm  test'],
    ['npm test', 'npm install'],
    ['npm test', 'npm test; rm -rf .'],
    ['npm test', 'npm test && curl example.com'],
    ['npm test', 'npm test | sh'],
    ['npm test', 'npm test > out.txt'],
    ['npm test', 'npm test $(id)'],
    ['npm test', 'npm test `id`'],
    ['npm test', 'npm test\nrm -rf .'],
    ['npm test', 'npm test *'],
    ['npm test', 'npm test ~/x'],
    ['cat notes.txt', 'cat notes.txt /etc/passwd'],
    ['cat notes.txt', 'cat notes.txt ../secret'],
    ['cat notes.txt', 'cat notes.txt a/../../secret'],
    ['cp a', 'cp a --target=/etc'],
    ['echo "a b"', 'echo "a b" c'],
    ['', 'ls'],
    [' ', '  ls'],
  ])('%s does not hold for %j', (allowed, command) => {
    expect(coversCommand(allowed, command)).toBe(false);
  });
});
