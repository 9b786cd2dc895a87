import { describe, expect, test } from 'vitest';
import type { Check } from '../decision/checks/check';
import { viewOf } from '../decision/view-of';
import { SimulatedRun } from '../testing/simulated-run';
import { testTeam } from '../testing/test-team';
import { kindOfTask } from './kind-of-task';
import { learnedRate, uncertainty } from './learned-rate';
import { observationsOf } from './observations-of';

test.each([
  ['How many days has a leap year?', 'mathematics'],
  ['Berechne 12 * 7.', 'mathematics'],
  ['Why does this fail?\n```ts\nconst a = 1;\n```', 'code'],
  ['Write a Python function that sorts a list.', 'code'],
  ['What does this print?\nlet a = 1', 'code'],
  ['def f(x): return x', 'code'],
  ['Let x = 3 and y = 4. Compute their product.', 'mathematics'],
  ['Let me see how many pupils the class has.', 'mathematics'],
  ['Which import duties are there for tea?', 'facts'],
  ['Which is heavier?\nA) Lead\nB) Feathers', 'choice'],
  ['Translate to German: good morning', 'translation'],
  ['Extract all names from this text as JSON.', 'data'],
  ['Write a letter to my landlord.', 'writing'],
  ['Who built the Eiffel tower?', 'facts'],
  ['Hm.', 'other'],
])('P31: the kind of “%s” is %s', (question, kind) => {
  expect(kindOfTask(question)).toBe(kind);
});

test('a question without end is read in no time', () => {
  const begun = performance.now();
  for (const part of ['A) x\n', 'a', ' ', '(', '1 + ']) kindOfTask(part.repeat(200_000));
  expect(performance.now() - begun).toBeLessThan(1_000);
});

describe('P31: a learned rate', () => {
  const counts = (kind: 'code' | 'facts', count: number, right: number) => ({ kind, count, weight: count, right });

  test('never comes from one observation', () => {
    expect(learnedRate([], 'code')).toBeNull();
    expect(learnedRate([counts('code', 1, 1)], 'code')).toBeNull();
    expect(learnedRate([counts('code', 2, 2)], 'code')).not.toBeNull();
  });

  test('is drawn to the usual while little is known, and to what was seen with more', () => {
    const few = learnedRate([counts('code', 2, 0)], 'code')?.rate ?? 0;
    const many = learnedRate([counts('code', 200, 0)], 'code')?.rate ?? 1;
    expect(few).toBeGreaterThan(0.3);
    expect(few).toBeLessThan(0.65);
    expect(many).toBeLessThan(0.05);
  });

  test('of a kind begins at that of the model on all kinds', () => {
    const rate = learnedRate([counts('facts', 50, 5)], 'code');
    expect(rate?.rate).toBeLessThan(0.25);
    expect(rate?.observations).toBeLessThan(5);
  });

  test('is less certain the less is known', () => {
    const few = learnedRate([counts('code', 3, 2)], 'code');
    const many = learnedRate([counts('code', 300, 200)], 'code');
    if (!few || !many) throw new Error('Nothing was learned.');
    expect(uncertainty(few)).toBeGreaterThan(uncertainty(many) * 3);
  });
});

const meter: Check = { name: 'meter', kind: 'number', value: 1, tolerance: 0, unit: null, decisive: true };

function runOf(answers: string[], checks: Check[] = []): SimulatedRun {
  const run = new SimulatedRun(
    testTeam(3, { coordination: { decision: 'evidence', maxNewAnswersPerAgent: 1, ballots: 'never', checks } }),
  );
  for (const [index, content] of answers.entries()) {
    const slot = 'ABC'[index] ?? '';
    if (run.state.phase !== 'coordinating') break;
    run.request(slot);
    run.act(slot, ['new_answer', { content }]);
  }
  return run;
}

describe('P31: what a run says of its members', () => {
  const short = (run: SimulatedRun, chosen?: `${string}.${number}`) =>
    observationsOf(run.state, chosen).map(({ slot, source, isRight }) => `${slot} ${source} ${isRight}`);

  test('nothing where nobody agrees, nothing was checked and nobody chose', () => {
    expect(short(runOf(['Final answer: 1', 'Final answer: 2', 'Final answer: 3']))).toEqual([]);
  });

  test('by agreement, which counts least', () => {
    const run = runOf(['Final answer: 2', 'Final answer: 1', 'Final answer: 1']);
    expect(short(run)).toEqual(['A agreement false', 'B agreement true', 'C agreement true']);
    for (const { weight } of observationsOf(run.state)) expect(weight).toBeLessThan(0.5);
  });

  test('by checks before agreement, by a person before both', () => {
    const run = runOf(['Final answer: 1', 'Final answer: 2'], [meter]);
    run.finishCheck('pass', '', 'A.1 meter');
    expect(short(run)).toContain('A checks true');
    expect(short(run, 'B.1')).toEqual(expect.arrayContaining(['A choice false', 'B choice true']));
  });

  test('holds nothing that anybody wrote', () => {
    const run = runOf(['Final answer: secret', 'Final answer: secret', 'Final answer: 2']);
    expect(JSON.stringify(observationsOf(run.state))).not.toMatch(/secret\b(?!-model)|question/);
  });
});

test('P31: what was known at the start stands in the log, and holds for the model of which it was learned', () => {
  const team = testTeam(2, { coordination: { decision: 'evidence' } });
  const run = new SimulatedRun(team);
  const known = { rate: 0.9, observations: 20, backend: 'demo' };
  const reliability = {
    A: { ...known, model: 'secret-model-A' },
    B: { ...known, model: 'another-model' },
  };
  const state = { ...run.state, reliability };
  expect(viewOf(state).slots.map((slot) => slot.reliability)).toEqual([{ rate: 0.9, observations: 20 }, null]);
});
