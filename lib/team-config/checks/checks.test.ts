import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/platform/errors/app-error';
import { writeTeam } from '../config/write-team';
import { importTeam } from '../import-team';
import { validateTeam } from '../validate-team';
import { withChecks } from './with-checks';

const agents = [{ backend: { type: 'demo' } }, { backend: { type: 'demo' } }];
const teamWith = (checks: unknown, coordination: object = { decision: 'evidence' }) => ({
  agents,
  coordination: { ...coordination, checks },
});

const lint = { kind: 'mcp', server: 'ci', tool: 'lint' };

function faultsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return (error as AppError).fields;
  }
  throw new Error('Nothing was refused.');
}

test('checks are completed and named by their kind', () => {
  const { team, warnings } = validateTeam(
    teamWith([
      { kind: 'schema', schema: { type: 'object' } },
      { kind: 'pattern', pattern: '^\\d+$' },
      { kind: 'pattern', pattern: 'kWh', flags: 'i', name: 'unit', decisive: true },
      { kind: 'number', value: 9720 },
      { kind: 'predicate', code: 'answer.length < 200' },
      { kind: 'critic', rubric: 'It is polite.' },
      { kind: 'command', command: 'npm test' },
      { kind: 'code', language: 'python' },
      { kind: 'mcp', server: ' ci ', tool: 'lint', arguments: { text: '$answer' } },
      { kind: 'mcp', server: 'ci', tool: 'run', arguments: { files: [{ body: '$answer' }] }, passes: '/ok' },
    ]),
  );
  expect(team.coordination.checks).toEqual([
    { kind: 'schema', schema: { type: 'object' }, name: 'schema', decisive: false },
    { kind: 'pattern', pattern: '^\\d+$', flags: '', name: 'pattern', decisive: false },
    { kind: 'pattern', pattern: 'kWh', flags: 'i', name: 'unit', decisive: true },
    { kind: 'number', value: 9720, tolerance: 0, unit: null, name: 'number', decisive: false },
    { kind: 'predicate', code: 'answer.length < 200', name: 'predicate', decisive: false },
    { kind: 'critic', rubric: 'It is polite.', name: 'critic', decisive: false },
    { kind: 'command', command: 'npm test', name: 'command', decisive: false },
    { kind: 'code', language: 'python', tests: null, name: 'code', decisive: false },
    { ...lint, arguments: { text: '$answer' }, passes: null, name: 'mcp', decisive: false },
    {
      ...lint,
      tool: 'run',
      arguments: { files: [{ body: '$answer' }] },
      passes: '/ok',
      name: 'mcp 2',
      decisive: false,
    },
  ]);
  expect(warnings).toEqual([{ path: 'coordination.presenter', message: expect.stringContaining('verbatim') }]);
});

test.each([
  [[{ kind: 'shema', schema: {} }], '[0].kind', '“schema”'],
  [[{ kind: 'command' }], '[0].command', 'Give a text'],
  [[{ kind: 'command', command: ' ' }], '[0].command', 'Give a text'],
  [[{ kind: 'code', language: 'rust' }], '[0].language', '“javascript” or “python”'],
  [[{ ...lint, server: '', arguments: { a: '$answer' } }], '[0].server', 'Give a text'],
  [[{ ...lint, tool: undefined, arguments: { a: '$answer' } }], '[0].tool', 'Give a text'],
  [[lint], '[0].arguments', 'object'],
  [[{ ...lint, arguments: { $answer: 1, text: 'The $answer' } }], '[0].arguments', '“$answer”'],
  [[{ ...lint, arguments: { a: '$answer' }, passes: 'ok' }], '[0].passes', 'JSON Pointer'],
  [[{ ...lint, arguments: { a: '$answer' }, argument: {} }], '[0].argument', '“arguments”'],
  [[{ schema: {} }], '[0].kind', 'schema, pattern'],
  [[{ kind: 'pattern', patern: 'x' }], '[0].patern', '“pattern”'],
  [[{ kind: 'pattern', pattern: '(' }], '[0].pattern', 'not a valid pattern'],
  [[{ kind: 'pattern', pattern: 'x', flags: 'g' }], '[0].flags', 'i, m, s, u, v'],
  [[{ kind: 'number', value: '9' }], '[0].value', 'number'],
  [[{ kind: 'number', value: 9, tolerance: -1 }], '[0].tolerance', 'at least 0'],
  [[{ kind: 'critic', rubric: ' ' }], '[0].rubric', 'Give a text'],
  [[{ kind: 'predicate', code: 'x'.repeat(20_001) }], '[0].code', '20,000'],
  [[{ kind: 'schema', schema: 'text' }], '[0].schema', 'JSON Schema'],
  [
    [
      { kind: 'critic', rubric: 'a', name: 'same' },
      { kind: 'critic', rubric: 'b', name: 'same' },
    ],
    '[1].name',
    '“same”',
  ],
  [Array(11).fill({ kind: 'critic', rubric: 'a' }), '', 'At most 10'],
  ['all', '', 'list'],
  [['schema'], '[0]', 'object'],
])('the fault in %j is at %s', (checks, path, words) => {
  expect(faultsOf(() => validateTeam(teamWith(checks)))).toContainEqual({
    path: `coordination.checks${path}`,
    message: expect.stringContaining(words),
  });
});

test('checks of a team that votes are kept, warned of, and do nothing', () => {
  const { team, definition, warnings } = validateTeam(teamWith([{ kind: 'critic', rubric: 'a' }], {}));
  expect(team.coordination.checks).toBeUndefined();
  expect(definition.coordination).toMatchObject({ checks: [{ kind: 'critic' }] });
  expect(warnings).toContainEqual({ path: 'coordination.checks', message: expect.stringContaining('no effect') });
});

test.each(['yaml', 'json'] as const)('checks come back from %s as they were', (format) => {
  const { definition } = validateTeam(
    teamWith([
      { kind: 'schema', schema: { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } } },
      { kind: 'predicate', code: 'answer => {\n  return answer !== "";\n}' },
      { ...lint, arguments: { text: '$answer', depth: { of: [1, null] } }, passes: '/a~1b' },
    ]),
  );
  expect(importTeam(writeTeam(definition, format))).toMatchObject({ team: definition, faults: [] });
});

describe('checks of one question', () => {
  const team = validateTeam(teamWith([{ kind: 'critic', rubric: 'a' }]));

  test('stand behind those of the team', () => {
    const { team: both } = withChecks(team, [{ kind: 'critic', rubric: 'b' }]);
    expect(both.coordination.checks?.map(({ name }) => name)).toEqual(['critic', 'critic 2']);
  });

  test('have their own paths', () => {
    expect(faultsOf(() => withChecks(team, [{ kind: 'number' }]))).toEqual([
      { path: 'checks[0].value', message: 'Give a number.' },
    ]);
    const votes = validateTeam({ agents });
    expect(faultsOf(() => withChecks(votes, [{ kind: 'critic', rubric: 'b' }]))).toEqual([
      { path: 'checks', message: expect.stringContaining('“evidence”') },
    ]);
  });
});
