import { describe, expect, it } from 'vitest';
import { approvalText, argumentsOf } from './approval-text';

const bash = { tool: 'Bash', arguments: { command: 'make', description: 'Builds it' } };
const write = { tool: 'Write', arguments: { file_path: 'a.md', content: 'x' } };

describe('the arguments of an approval as a text', () => {
  it('a command is edited as it is typed and keeps its other arguments', () => {
    expect(approvalText(bash)).toBe('make');
    expect(argumentsOf(bash, 'make "all"\nmake test')).toEqual({
      arguments: { command: 'make "all"\nmake test', description: 'Builds it' },
    });
    expect(argumentsOf(bash, ' \n')).toEqual({ problem: expect.stringContaining('Give a command') });
  });

  it('everything else is JSON, there and back', () => {
    for (const asked of [write, { tool: 'Bash', arguments: { script: 'x' } }, { tool: 'Odd', arguments: undefined }]) {
      expect(argumentsOf(asked, approvalText(asked))).toEqual({ arguments: asked.arguments ?? {} });
    }
  });

  it.each([
    ['{"a": 1,\n "b": }', /^This is not valid JSON: unexpected token '}'.*\.$/],
    ['{"file_path": "a.md"\n  "content": "x"}', /^This is not valid JSON: .+ \(line 2, column 3\)\.$/],
    ['', /^This is not valid JSON: unexpected end of JSON input\.$/],
    ['[1]', /^Give an object/],
    ['"x"', /^Give an object/],
    ['null', /^Give an object/],
  ])('%j is refused in words', (text, problem) => {
    expect(argumentsOf(write, text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
