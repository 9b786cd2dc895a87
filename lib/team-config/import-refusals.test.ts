import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/errors/app-error';
import { importTeam } from './import-team';
import { MASSGEN_EXAMPLES, massGenExample } from './massgen/testing/massgen-example';
import { refusal } from './massgen/testing/refusal';
import { validateTeam } from './validate-team';

describe('a text that is no team', () => {
  const deep = Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

  it.each([
    ['a key twice', 'a: 1\na: 2', 'malformed', /Line 2, column 1: .*twice/],
    ['a key twice in JSON', '{"agents": [{"a": 1, "b": {}, "a": 2}]}', 'malformed', /Line 1, column 31: .*twice/],
    ['an open bracket', 'a: [1', 'malformed', /Line 1, column/],
    ['a tag of JavaScript', 'a: !!js/function "x"', 'malformed', /Tags/],
    ['a tag of its own', 'a: !env HOME', 'malformed', /Tags/],
    ['two documents', 'a: 1\n---\nb: 1', 'malformed', /second document/],
    ['an infinite number', 'a: .inf', 'malformed', /Infinite/],
    ['a value that contains itself', 'a: &a [*a, *a]', 'malformed', /nested|expand/],
    ['thousands of brackets', '['.repeat(5000), 'malformed', /deep/],
    ['seventy levels', deep, 'malformed', /64 levels/],
    ['nothing', '', 'invalid', /no team/],
    ['a word', 'hello', 'invalid', /no team/],
    ['a list', '- 1', 'invalid', /no team/],
    ['a team without agents', 'name: T', 'invalid', /no team/],
    ['too many keys', Array.from({ length: 10_001 }, (_, i) => `k${i}: 1`).join('\n'), 'too_large', /10000 lines/],
    ['too much', 'x'.repeat(400_001), 'too_large', /400 kB/],
  ])('%s is refused', (_name, text, code, message) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('whatever a text holds, it is read or refused in words', () => {
    const examples = MASSGEN_EXAMPLES.map((name) => massGenExample(name).split('\n'));
    const odd = fc.constantFrom(
      '  - ',
      '{',
      ']',
      '"',
      ': ',
      '&a ',
      '*a',
      '<<: *a',
      '!x ',
      '|',
      '\t',
      'null',
      '-1e999',
      `$${'{A}'}`,
      '%',
    );
    const damaged = fc
      .tuple(fc.constantFrom(...examples), fc.array(fc.tuple(fc.nat(80), fc.nat(30), odd), { maxLength: 6 }))
      .map(([lines, hits]) => {
        const text = [...lines];
        for (const [line, column, what] of hits) {
          const at = line % text.length;
          text[at] = `${text[at]?.slice(0, column)}${what}${text[at]?.slice(column)}`;
        }
        return text.join('\n');
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        try {
          const { team, faults } = importTeam(text);
          expect(faults.length > 0 || validateTeam(team).definition).toBeTruthy();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(['malformed', 'invalid', 'too_large']).toContain((error as AppError).code);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('an alias bomb is refused', () => {
    let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 10; i += 1) text += `a${i}: &a${i} [${Array(10).fill(`*a${i - 1}`)}]\n`;
    expect(refusal(text)).toMatchObject({ code: 'malformed', message: expect.stringContaining('aliases') });
  });

  it('keys named as parts of every object do no harm', () => {
    const error = refusal('name: T\nagents: [{backend: {type: demo}}]\n__proto__: {polluted: 1}');
    expect(error.fields?.map(({ path }) => path)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const { warnings } = importTeam('agent: {id: a, backend: {type: claude, model: m}}\nconstructor: 1');
    expect(warnings.map(({ key }) => key)).toEqual(['constructor']);
  });
});
