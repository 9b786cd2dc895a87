import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramRowProblem, paramsOf, rowsOf } from './param-rows';

const params = (...rows: [string, string][]) => paramsOf(rows.map(([name, text]) => ({ name, text })));
const problem = (...rows: [string, string][]) =>
  paramRowProblem(
    rows.map(([name, text]) => ({ name, text })),
    rows.length - 1,
  );

describe('parameters as rows of text', () => {
  it('reads numbers, truth values, lists and objects as such, all else as text', () => {
    expect(
      params(
        ['temperature', ' 0.7 '],
        ['effort', 'high'],
        ['store', 'false'],
        ['stop', '["END", "STOP"]'],
        ['thinking', '{"type": "adaptive"}'],
        ['user', '"42"'],
      ),
    ).toEqual({
      temperature: 0.7,
      effort: 'high',
      store: false,
      stop: ['END', 'STOP'],
      thinking: { type: 'adaptive' },
      user: '42',
    });
  });

  it('gives back what it was made of, whatever the values', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
    const value = fc.jsonValue().map((any) => JSON.parse(JSON.stringify(any)));
    fc.assert(
      fc.property(fc.dictionary(name, value), (given) => {
        expect(paramsOf(rowsOf(given))).toEqual({ ...given });
      }),
    );
  });

  it.each([
    [[['', '']], null],
    [[['stop', 'END']], null],
    [[['', '1']], { at: 'name', message: 'Give the parameter a name.' }],
    [[['seed', ' ']], { at: 'value', message: expect.stringContaining('Give a value') }],
    [[['stop', '["END"']], { at: 'value', message: expect.stringMatching(/^This is not valid JSON/) }],
    [
      [
        ['seed', '1'],
        ['seed', '2'],
      ],
      { at: 'name', message: '“seed” is already given above.' },
    ],
  ] as [[string, string][], unknown][])('%j', (rows, expected) => {
    expect(problem(...rows)).toEqual(expected);
    if (expected) expect(Object.values(params(...rows))).not.toContain(rows.at(-1)?.[1]);
  });
});
