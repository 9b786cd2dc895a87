import { describe, expect, it } from 'vitest';
import { toolInputProblem } from './tool-input-problem';

describe('arguments that a person puts in place of those of a call', () => {
  it.each([
    ['Bash', { command: 'make test', description: 'Runs the tests', timeout: 1_000 }],
    ['Write', { file_path: 'notes.md', content: '' }],
    ['Edit', { file_path: 'a.ts', old_string: 'a', new_string: '', replace_all: true }],
    ['Read', { file_path: '/tmp/a', offset: 1, limit: 10 }],
    ['Glob', { pattern: '**/*.ts' }],
    ['Grep', { pattern: 'x', '-n': true, output_mode: 'content' }],
  ])('of %s may have its own form', (tool, given) => {
    expect(toolInputProblem(tool, given, {})).toBeNull();
  });

  it.each([
    ['Bash', { command: ' ' }, 'command'],
    ['Bash', { command: 'ls\0' }, 'command'],
    ['Bash', { cmd: 'ls' }, 'command'],
    ['Bash', { command: 'ls', dangerouslyDisableSandbox: true }, 'dangerouslyDisableSandbox'],
    ['Bash', { command: 'ls', run_in_background: true }, 'run_in_background'],
    ['Bash', { command: ['ls'] }, 'command'],
    ['Write', { file_path: 'a', content: 1 }, 'content'],
    ['Write', { file_path: '', content: '' }, 'file_path'],
    ['Write', { file_path: 'a', content: '', mode: 0o777 }, 'mode'],
    ['TaskCreate', { subject: 'x' }, ''],
    ['constructor', {}, ''],
  ])('of %s may not be %j', (tool, given, path) => {
    expect(toolInputProblem(tool, given, { command: 'ls' })).toMatchObject({ path });
  });

  it('may keep switched on what the call had switched on', () => {
    const call = { command: 'sleep 1', run_in_background: true };
    expect(toolInputProblem('Bash', { ...call, command: 'sleep 2' }, call)).toBeNull();
  });
});
