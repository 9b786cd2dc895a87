import { expect, it } from 'vitest';
import type { ContextFile } from '../context';
import { compareSlots } from './compare-slots';
import { BlobBox } from './testing/blob-box';

const box = new BlobBox();
const text = (content: string, more: Partial<ContextFile> = {}) => box.file('x', content, more);
const BASE = 'one\ntwo\nthree\nfour\nfive\n';
const large = (bytes: number): ContextFile => ({ path: 'x', hash: null, bytes, mode: 0o644, kind: 'tooLarge' });

async function compare(before: ContextFile | null, ...after: (ContextFile | null)[]) {
  const slots = after.map((file, index) => ({ slot: 'ABCD'[index] ?? '', files: file ? [file] : [] }));
  return compareSlots(before ? [before] : [], slots, box.read);
}

it('a file that nobody has changed is not there', async () => {
  expect(await compare(text(BASE), text(BASE), text(BASE))).toEqual([]);
  expect(await compare(large(20_000_000), large(20_000_000), large(20_000_000))).toEqual([]);
});

it('is clean when one has changed it', async () => {
  const now = text('new\n');
  const version = { slot: 'B', change: 'changed', hash: now.hash, bytes: 4, patch: null, note: null };
  expect(await compare(text(BASE), text(BASE), now)).toEqual([
    { path: 'x', state: 'clean', versions: [version], merged: null, note: null },
  ]);
  expect(await compare(text(BASE), null, text(BASE))).toMatchObject([
    { state: 'clean', versions: [{ slot: 'A', change: 'removed', hash: null, bytes: 0 }] },
  ]);
});

it('is clean when all have changed it alike', async () => {
  expect(await compare(null, text('new'), text('new'))).toMatchObject([
    { state: 'clean', versions: [{ change: 'added' }, { change: 'added' }] },
  ]);
  expect(await compare(text(BASE), null, null, text(BASE))).toMatchObject([{ state: 'clean', versions: [{}, {}] }]);
});

it('is mergeable when they changed different lines', async () => {
  const one = text(BASE.replace('one', 'ONE'));
  const two = text(BASE.replace('five', 'FIVE'));
  const three = text(BASE.replace('three\n', ''));
  expect(await compare(text(BASE), one, two, three)).toMatchObject([
    { state: 'mergeable', merged: 'ONE\ntwo\nfour\nFIVE\n', versions: [{ slot: 'A' }, { slot: 'B' }, { slot: 'C' }] },
  ]);
});

it('is a conflict when they changed the same lines', async () => {
  const [file] = await compare(text(BASE), text(BASE.replace('two', 'A2')), text(BASE.replace('two', 'B2')));
  expect(file).toMatchObject({
    state: 'conflict',
    merged: null,
    note: 'The same lines are changed in different ways.',
  });
  expect(file?.versions.map(({ patch }) => patch)).toEqual([
    '--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n one\n-two\n+A2\n three\n four\n five\n',
    '--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n one\n-two\n+B2\n three\n four\n five\n',
  ]);
});

it('the third may be in conflict with what the first two have become', async () => {
  const one = text(BASE.replace('one', 'ONE'));
  const two = text(BASE.replace('five', 'FIVE'));
  expect(await compare(text(BASE), one, two, text(BASE.replace('five', '5')))).toMatchObject([{ state: 'conflict' }]);
});

it.each<[string, ContextFile | null, (ContextFile | null)[], string]>([
  ['added twice', null, [text('a'), text('b')], 'Added with different contents.'],
  ['removed and changed', text(BASE), [null, text('b')], 'Removed by one, changed by another.'],
  ['binary', text('a'), [text('\0b'), text('c')], 'the file of agent A cannot be compared by lines, it is not text.'],
  [
    'binary before',
    text('\0'),
    [text('b'), text('c')],
    'the file as it was cannot be compared by lines, it is not text.',
  ],
  [
    'a link',
    text('a'),
    [text('b', { kind: 'link' }), text('c')],
    'the file of agent A cannot be compared by lines, it is a link.',
  ],
  [
    'large',
    text('a'),
    [text('b'), text('c'.repeat(200_001))],
    'the file of agent B cannot be compared by lines, it has 200 kB.',
  ],
  [
    'not kept',
    large(3),
    [large(2e7), large(2e7)],
    'the file as it was cannot be compared by lines, it has 3 bytes, and',
  ],
])('is a conflict when it is %s', async (_, before, after, note) => {
  const [file] = await compare(before, ...after);
  expect(file?.state).toBe('conflict');
  expect(file?.note).toContain(note);
});

it('permissions are in nobody’s way', async () => {
  const [file] = await compare(text('\0a'), text('\0b'), text('\0a', { mode: 0o755 }));
  expect(file).toMatchObject({ state: 'clean', versions: [{ slot: 'A' }, { slot: 'B' }] });
  expect(file?.note).toBe('The permissions differ: 644 of agent A, 755 of agent B.');
});

it('is sorted by path', async () => {
  const slots = ['b', 'a/c', 'a'].map((path, index) => ({ slot: 'ABC'[index] ?? '', files: [box.file(path, path)] }));
  expect((await compareSlots([], slots, box.read)).map(({ path }) => path)).toEqual(['a', 'a/c', 'b']);
});
