import { expect, test } from 'vitest';
import { readPdfText } from './read-pdf-text';
import { makePdf } from './testing/make-pdf';

const pages = ['The harbour opened in 1904 (see plan).', 'It has 3 docks.'];

test('the text of each page comes in order', async () => {
  const reading = await readPdfText(makePdf(pages), 10_000);
  expect(reading).toEqual({ ok: true, pdf: { text: pages.join('\n\n'), pages: 2, pagesRead: 2 } });
});

test('reading stops where enough has been read', async () => {
  const reading = await readPdfText(makePdf(pages), 10);
  expect(reading).toMatchObject({ ok: true, pdf: { text: pages[0]!.slice(0, 10), pages: 2, pagesRead: 1 } });
});

test('a damaged file is an answer in words, not an error', async () => {
  expect(await readPdfText(Buffer.from('%PDF-1.7\nnothing of use'), 10_000)).toEqual({
    ok: false,
    because: 'it is damaged or not a complete PDF',
  });
});

test('a file with a password says so', async () => {
  const reading = await readPdfText(makePdf(pages, { locked: true }), 10_000);
  expect(reading).toEqual({ ok: false, because: 'it is protected by a password' });
});

test('a file that takes too long is given up, and the others behind it are still read', async () => {
  const slow = readPdfText(makePdf(pages), 10_000, 1);
  const others = [1, 2, 3].map(() => readPdfText(makePdf(pages), 10_000));
  expect(await slow).toEqual({ ok: false, because: 'reading it took longer than 0.001 s' });
  for (const reading of await Promise.all(others)) expect(reading.ok).toBe(true);
});
