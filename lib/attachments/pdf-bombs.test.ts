import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { readPdfText } from './read-pdf-text';
import { makePdf } from './testing/make-pdf';
import { claimedPages, deepArrays, deepPageTree, hugeStream, hugeText, nestedForms } from './testing/pdf-bombs';

vi.setConfig({ testTimeout: 120_000 });

const MEMORY = 'reading it needs too much memory';
const DAMAGED = 'it is damaged or not a complete PDF';

/** The processes that this one has started for reading, as Linux shows them. */
function readers(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const parent = / (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \w/, ''))?.[1];
      return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pdf-text-reader');
    } catch {
      return false;
    }
  });
}

test.skipIf(process.platform !== 'linux').each([
  ['a stream of 400 MB in 1 kB', () => hugeStream(400), MEMORY],
  ['text of 200 MB in 2 kB', () => hugeText(200), MEMORY],
])('%s is given up at the limit on memory', async (_name, make, because) => {
  expect(await readPdfText(make(), 400_000)).toEqual({ ok: false, because });
  expect(readers()).toEqual([]);
});

test('a tree of pages 100,000 deep ends within the bounds, read or given up', async () => {
  const read = await readPdfText(deepPageTree(100_000), 400_000);
  expect(read.ok ? read.pdf.text : read.because).toBe(read.ok ? '' : MEMORY);
  expect(readers()).toEqual([]);
});

test.each([
  ['a tree of pages that closes on itself', () => deepPageTree(10, { closed: true }), DAMAGED],
  ['arrays 200,000 deep', () => deepArrays(200_000), DAMAGED],
])('%s is told to be damaged', async (_name, make, because) => {
  expect(await readPdfText(make(), 400_000)).toEqual({ ok: false, because });
});

test.each([
  ['forms that draw themselves', () => nestedForms(2, { closed: true })],
  ['forms in forms, 2^40 of them', () => nestedForms(40)],
  ['a number of pages that is not true', claimedPages],
])('%s are read in no time', async (_name, make) => {
  expect(await readPdfText(make(), 400_000)).toMatchObject({ ok: true, pdf: { text: '', pagesRead: 1 } });
});

test('what takes too long is ended, and leaves nothing running', async () => {
  const reading = readPdfText(hugeText(100), 100_000_000, 1_500);
  if (process.platform === 'linux') await vi.waitFor(() => expect(readers()).toHaveLength(1), { interval: 5 });
  expect((await reading).ok).toBe(false);
  expect(readers()).toEqual([]);
  expect((await readPdfText(makePdf(['Still here.']), 100)).ok).toBe(true);
});
