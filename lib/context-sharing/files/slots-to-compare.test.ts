import { expect, it } from 'vitest';
import type { ContextFile, FileChange } from '../context';
import { compareSlots } from './compare-slots';
import { slotsToCompare } from './slots-to-compare';
import { BlobBox } from './testing/blob-box';

const box = new BlobBox();
const change = (path: string, before: string | null, after: string | null): FileChange => {
  const file = (content: string | null): ContextFile | null => (content === null ? null : box.file(path, content));
  return { path, before: file(before), after: file(after) };
};
const BASE = 'one\ntwo\nthree\nfour\n';

async function compare(...changes: FileChange[][]) {
  const { base, slots } = slotsToCompare(changes.map((own, index) => ({ slot: 'ABC'[index] ?? '', changes: own })));
  const found = await compareSlots(base, slots, box.read);
  return found.map(({ path, state, versions }) => [path, state, versions.map(({ slot }) => slot).join()]);
}

it('a file is of those who changed it, whatever others began with', async () => {
  expect(await compare([change('x', 'one', 'two')], [change('y', null, 'new')], [])).toEqual([
    ['x', 'clean', 'A'],
    ['y', 'clean', 'B'],
  ]);
  expect(await compare([], [change('x', 'old', null)])).toEqual([['x', 'clean', 'B']]);
});

it('what several changed goes together or not', async () => {
  const first = change('x', BASE, BASE.replace('one', 'ONE'));
  expect(await compare([first], [change('x', BASE, BASE.replace('four', 'FOUR'))], [])).toEqual([
    ['x', 'mergeable', 'A,B'],
  ]);
  expect(await compare([first], [], [change('x', BASE, null)])).toEqual([['x', 'conflict', 'A,C']]);
});
