import { expect, test } from 'vitest';
import { runPredicate } from './run-predicate';
import { testPattern } from './test-pattern';
import { watchThisThread } from './testing/watch-this-thread';
import { texts } from './texts';
import { validateJson } from './validate-json';

/** The bound on what evaluating may hold up. */
const MOST_BLOCKED_MS = 50;

const catastrophic = { pattern: '^(a+)+$', text: `${'a'.repeat(40)}!` };

const nested = (levels: number): unknown => (levels === 0 ? {} : { properties: { a: nested(levels - 1) } });

/** 2^30 ways to look at one value. */
const twice = (n: number) => ({ allOf: [{ $ref: `#/$defs/d${n}` }, { $ref: `#/$defs/d${n}` }] });
const exponential = {
  $defs: {
    ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`d${n}`, twice(n + 1)])),
    d30: { type: 'string' },
  },
  $ref: '#/$defs/d0',
};

test.each([
  ['2020-12 by default', { prefixItems: [{ type: 'string' }], items: false }],
  ['2020-12', { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }] }],
  ['2019-09', { $schema: 'https://json-schema.org/draft/2019-09/schema', items: [{ type: 'string' }] }],
  ['draft 7', { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] }],
])('a schema of %s is understood', async (_name, schema) => {
  expect(await validateJson(schema, ['x'])).toEqual({ valid: true });
  expect(await validateJson(schema, [1])).toEqual({
    valid: false,
    errors: [{ path: '/0', message: 'must be string' }],
  });
});

test('what is wrong is named with its place', async () => {
  const schema = {
    type: 'object',
    required: ['total'],
    properties: { unit: { enum: ['kWh', 'MWh'] }, on: { type: 'string', format: 'date' } },
    additionalProperties: false,
  };
  expect(await validateJson(schema, { unit: 'MJ', on: '2026-02-30', note: '' })).toEqual({
    valid: false,
    errors: [
      { path: '', message: "must have required property 'total'" },
      { path: '', message: 'must NOT have additional properties: note' },
      { path: '/unit', message: 'must be equal to one of the allowed values: kWh, MWh' },
      { path: '/on', message: 'must match format "date"' },
    ],
  });
});

test.each([
  ['is no schema', { type: 'nothing' }, /not a valid JSON Schema/],
  ['is no object', 'string', /not a valid JSON Schema/],
  ['has an unknown dialect', { $schema: 'https://example.com/schema' }, /dialect is not known/],
  ['refers to an address', { $ref: 'http://169.254.169.254/latest' }, /nothing is fetched: http:\/\/169/],
  ['refers to nothing', { $ref: '#/$defs/none' }, /refers to what is not in it/],
  ['refers to itself without end', { $ref: '#' }, /nested too deeply|longer than/],
  ['is nested too deeply', nested(60), /nested deeper/],
  ['is too large', { enum: ['x'.repeat(300_000)] }, /larger than 250,000/],
  ['has a catastrophic pattern', { pattern: catastrophic.pattern }, /longer than 100 ms/],
  ['takes exponential time', exponential, /longer than 100 ms|too much memory/],
])('a schema that %s comes to no result', async (_name, schema, because) => {
  const value = catastrophic.text;
  const validation = await validateJson(schema, value);
  expect(validation).toEqual({ valid: null, because: expect.stringMatching(because) });
});

test('what one schema names is not found by the next one', async () => {
  const first = { $id: 'https://example.com/a', $defs: { b: { $id: 'https://example.com/b', type: 'string' } } };
  expect(await validateJson(first, 1)).toEqual({ valid: true });
  expect(await validateJson({ $ref: 'https://example.com/b' }, 1)).toMatchObject({ valid: null });
  expect(await validateJson({ ...first, type: 'string' }, 1)).toMatchObject({ valid: false });
});

test('a pattern is found, is not found, is no pattern, or takes too long', async () => {
  expect(await testPattern('^\\d+ kwh$', 'i', '9720 kWh')).toEqual({ matches: true });
  expect(await testPattern('^\\d+$', '', '9720 kWh')).toEqual({ matches: false });
  expect(await testPattern('(', '', '')).toEqual({
    matches: null,
    because: expect.stringMatching(/not a valid pattern/),
  });
  expect(await testPattern(catastrophic.pattern, '', catastrophic.text)).toEqual({
    matches: null,
    because: texts.time,
  });
  expect(await testPattern('a'.repeat(3000), '', '')).toEqual({ matches: null, because: texts.patternTooLong });
  expect(await testPattern('a', '', 'a'.repeat(1_000_001))).toEqual({ matches: null, because: texts.valueTooLarge });
});

test('a predicate is an expression of the answer or a function of it', async () => {
  expect(await runPredicate('answer.length < 5', 'four')).toEqual({ passed: true });
  expect(await runPredicate('(text) => text.endsWith("r") && false', 'four')).toEqual({ passed: false });
  expect(await runPredicate('({ total }) => total === 3 // as asked', { total: 3 })).toEqual({ passed: true });
});

test.each([
  ['loops without end', 'answer => { for (;;); }', texts.time],
  ['loops without end and catches', '() => { for (;;) try { for (;;); } catch {} }', texts.time],
  [
    'allocates without end',
    '() => { const all = []; for (;;) all.push("x".repeat(10000) + all.length); }',
    /longer than|too much memory/,
  ],
  ['allocates at once', '() => new Uint8Array(1e9).length > 0', /longer than|too much memory/],
  ['has a catastrophic pattern', '() => /^(a+)+$/.test("a".repeat(60) + "!")', texts.time],
  ['calls itself without end', 'function f() { return f(); }', /stack/],
  ['throws', '() => { throw new Error("not today"); }', /threw an error: Error: not today/],
  ['throws what cannot be read', '() => { throw { get message() { for (;;); } }; }', /longer than|threw/],
  ['is no code', 'answer =>', /code is not valid/],
  ['gives no verdict', 'answer.length', /true or false, not number/],
  ['looks for the host', 'process.exit(1)', /process/],
  ['imports', '(async () => (await import("node:fs")).rmSync("x"))()', /not object/],
  ['breaks out of its brackets', 'true); for (;;); (0', texts.time],
])('a predicate that %s is no evidence', async (_name, source, because) => {
  const run = await runPredicate(source, 'text');
  expect(run).toEqual({
    passed: null,
    because: typeof because === 'string' ? because : expect.stringMatching(because),
  });
});

test('twenty hostile tasks at once all end, hold up nothing, and an honest one behind them is evaluated', async () => {
  const longest = watchThisThread();
  const hostile = Array.from({ length: 20 }, (_, n) => {
    if (n % 3 === 0) return testPattern(catastrophic.pattern, '', catastrophic.text);
    if (n % 3 === 1) return validateJson({ pattern: catastrophic.pattern }, catastrophic.text);
    return runPredicate('for(;;);', '').then(() => runPredicate('() => { for(;;); }', ''));
  });
  const honest = testPattern('a', '', 'a');
  const ends = await Promise.all(hostile);
  const heldUpMs = longest();
  for (const end of ends) expect(Object.values(end)[0]).toBeNull();
  expect(await honest).toEqual({ matches: true });
  expect(heldUpMs).toBeLessThan(MOST_BLOCKED_MS);
}, 60_000);

test('the largest value that is taken is handed over without holding anything up', async () => {
  const value = Array.from({ length: 62_000 }, (_, n) => n);
  await validateJson({}, value);
  const longest = watchThisThread();
  const validation = await validateJson({ type: 'array' }, value);
  expect(longest()).toBeLessThan(MOST_BLOCKED_MS);
  expect(validation).toEqual({ valid: true });
  expect(await validateJson({}, [...value, ...value])).toEqual({ valid: null, because: texts.valueTooLarge });
});
