import { expect, it, vi } from 'vitest';
import type { ChainStep } from '@/db/types/mcp-chain-record';
import { atPointer, isPointer, referencesIn } from './resolve-arguments';
import { runSteps, type StepOutcome } from './run-steps';

const ODD = 'a\u202eb\u200b \t<result>"\\ 😀 é';
const structured = (structuredContent: Record<string, unknown>) => ({ result: { content: [], structuredContent } });
const texted = (text: string, isError = false): StepOutcome => ({
  result: { content: [{ type: 'text', text }], isError },
});
const step = (tool: string, given: Record<string, unknown>): ChainStep => ({ server: 's', tool, arguments: given });
const from = ($from: string, pointer = '') => ({ $from, pointer });

it('passes data between the steps, exactly, and gives the result of the last one', async () => {
  const call = vi
    .fn()
    .mockResolvedValueOnce(structured({ rows: [{ 'a/b': ODD }, { n: 1.5 }] }))
    .mockResolvedValueOnce(texted('{"list":[null,true]}'))
    .mockResolvedValueOnce(texted('done'));
  const steps = [
    step('one', { q: from('input', '/q'), deep: [{ all: from('input') }] }),
    step('two', { odd: from('1', '/rows/0/a~1b'), n: from('1', '/rows/1/n'), whole: from('1') }),
    step('three', {
      first: from('1', '/rows/0/a~1b'),
      nothing: from('2', '/list/0'),
      wrapped: from('2', '/content/0/text'),
    }),
  ];
  const outcome = await runSteps(steps, { q: ODD }, call);
  expect(call.mock.calls.map(([, given]) => given)).toEqual([
    { q: ODD, deep: [{ all: { q: ODD } }] },
    { odd: ODD, n: 1.5, whole: { rows: [{ 'a/b': ODD }, { n: 1.5 }] } },
    { first: ODD, nothing: null, wrapped: '{"list":[null,true]}' },
  ]);
  expect(outcome.result).toEqual({ content: [{ type: 'text', text: 'done' }], isError: false });
  expect(outcome.steps).toMatchObject([1, 2, 3].map((at) => ({ step: at, isError: false })));
});

it.each([
  ['a tool’s error', async () => texted('No such row.', true), 'No such row.'],
  ['a refusal', async () => ({ refused: 'Not allowed.' }), 'Not allowed.'],
])('ends at the first step that comes to nothing, with its place and reason: %s', async (_, second, because) => {
  const call = vi.fn().mockResolvedValueOnce(texted('7')).mockImplementationOnce(second);
  const { result, steps } = await runSteps([step('a', {}), step('b', {}), step('c', {})], {}, call);
  expect(call).toHaveBeenCalledTimes(2);
  expect(result.isError).toBe(true);
  expect(result.content).toEqual([{ type: 'text', text: expect.stringContaining(`step 2 of 3, b of s: ${because}`) }]);
  expect(steps).toMatchObject([{ isError: false }, { isError: true, problem: because }]);
});

it('says what a step does not find, and calls nothing then', async () => {
  const call = vi.fn().mockResolvedValue(structured({ a: 1 }));
  const { result } = await runSteps([step('a', {}), step('b', { x: from('1', '/b') })], {}, call);
  expect(call).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(result)).toContain('Step 1 gives nothing at “/b”');
});

it('knows pointers and references', () => {
  expect(['', '/', '/a/0', '/a~0~1'].every(isPointer)).toBe(true);
  expect(['a', '/~', '/~2', '#/a'].some(isPointer)).toBe(false);
  expect(atPointer([1, 2], '/1')).toEqual({ value: 2 });
  for (const missing of ['/2', '/length', '/01', '/-', '/1/x']) expect(atPointer([1, 2], missing)).toBeNull();
  expect(atPointer({}, '/constructor')).toBeNull();
  expect(referencesIn({ 'a/b': [{ $from: 'input', pointer: 7, more: 1 }] })).toEqual([
    { at: '/a~1b/0', value: { from: 'input', pointer: 7, others: ['more'] } },
  ]);
});
