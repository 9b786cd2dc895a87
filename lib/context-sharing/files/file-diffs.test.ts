import { expect, it } from 'vitest';
import type { ContextFile } from '../context';
import { fileDiffs } from './file-diffs';
import { BlobBox } from './testing/blob-box';

const box = new BlobBox();
const file = (content: string | Uint8Array, more: Partial<ContextFile> = {}) => box.file('x', content, more);

async function diffOf(before: ContextFile | null, after: ContextFile | null) {
  const [diff] = await fileDiffs([{ path: 'x', before, after }], box.read);
  return diff;
}

it('shows texts as unified diffs', async () => {
  const patch = '--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n one\n+two\n';
  expect(await diffOf(file('one\n'), file('one\ntwo\n'))).toEqual({
    path: 'x',
    status: 'changed',
    bytes: 8,
    patch,
    note: null,
  });
  expect(await diffOf(null, file('one\n'))).toMatchObject({ status: 'added', bytes: 4, note: null });
  expect(await diffOf(file('one\n'), null)).toMatchObject({ status: 'removed', bytes: 4, note: null });
});

it.each<[string, ContextFile | null, ContextFile | null, string]>([
  ['binary', file('a'), file(Uint8Array.of(0, 1)), 'Not shown: it is not text.'],
  ['not UTF-8', null, file(Uint8Array.of(0xff, 0x41)), 'Not shown: it is not text.'],
  ['too long', file('a'), file('a'.repeat(200_001)), 'Not shown: it has 200 kB.'],
  [
    'not kept',
    file('a'),
    { path: 'x', hash: null, bytes: 12_300_000, mode: 0o644, kind: 'tooLarge' },
    'Not shown: it has 12.3 MB, and its content is not kept.',
  ],
  ['a new link', null, file('/etc/passwd', { kind: 'link' }), 'It is a link to /etc/passwd.'],
  ['a link instead', file('a'), file('b', { kind: 'link' }), 'It was a file. It is a link to b.'],
  ['permissions', file('a'), file('a', { mode: 0o755 }), 'Its permissions were 644 and are 755.'],
])('says in words what is %s', async (_, before, after, note) => {
  expect(await diffOf(before, after)).toMatchObject({ patch: null, note });
});

it('says more than the patch does', async () => {
  const lines = Array.from({ length: 500 }, (_, line) => `${line}\n`);
  const diff = await diffOf(file(lines.join('')), file(lines.toReversed().join(''), { mode: 0o755 }));
  expect(diff?.note).toBe(
    'So much differs that the lines are shown as replaced altogether. Its permissions were 644 and are 755.',
  );
});

it('compares no more files than it may, and lets others work between them', async () => {
  const changes = ['a', 'b', 'c'].map((path) => ({ path, before: null, after: box.file(path, path) }));
  let turns = 0;
  const count = () => {
    turns += 1;
    timer = setImmediate(count);
  };
  let timer = setImmediate(count);
  const diffs = await fileDiffs(changes, box.read, { maxFiles: 2 });
  clearImmediate(timer);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(diffs.map(({ note }) => note)).toEqual([null, null, 'Not compared: more than 2 files have changed.']);
});

it('throws what read throws', async () => {
  const missing = { ...file('a'), hash: 'missing' };
  await expect(diffOf(null, missing)).rejects.toThrow('There is no missing.');
});
