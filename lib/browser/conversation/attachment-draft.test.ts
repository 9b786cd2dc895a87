import { expect, test } from 'vitest';
import { type AttachmentDraft, formatBytes, kindOf, refusalOf } from './attachment-draft';

const MB = 1024 * 1024;
const draft = (bytes: number, error: string | null = null): AttachmentDraft => ({
  key: 1,
  name: 'x',
  bytes,
  kind: 'document',
  preview: null,
  progress: 1,
  attachment: null,
  error,
});

test('the kind follows from what the browser says; whatever it does not know may be text', () => {
  expect(['image/webp', 'application/pdf', 'text/x-python', ''].map((type) => kindOf({ type }))).toEqual([
    'image',
    'document',
    'text',
    'text',
  ]);
});

test.each([
  [{ type: 'text/plain', size: 0 }, [], /empty/],
  [{ type: 'image/heic', size: 10 }, [], /Only PNG/],
  [{ type: 'video/mp4', size: 10 }, [], /Only PNG/],
  [{ type: 'image/png', size: 12 * MB }, [], /^Images can be at most 10 MB; this one is 12 MB\.$/],
  [{ type: 'application/pdf', size: 20 * MB + 1 }, [], /^PDFs can be at most 20 MB; this one is a little larger\.$/],
  [{ type: '', size: MB + 1 }, [], /1 MB/],
  [{ type: 'image/png', size: 1 }, Array.from({ length: 10 }, () => draft(1)), /10 files/],
  [{ type: 'image/png', size: 9 * MB }, [draft(12 * MB)], /20 MB together; with this one they would be 21 MB/],
])('%j is refused in words', (file, beside, words) => {
  expect(refusalOf(file, beside)).toMatch(words);
});

test('what has a fault itself takes no room', () => {
  const faulty = Array.from({ length: 12 }, () => draft(20 * MB, 'Larger than 1 MB.'));
  expect(refusalOf({ type: 'image/svg+xml', size: 100 }, faulty)).toBeNull();
  expect(refusalOf({ type: 'application/pdf', size: 20 * MB }, faulty)).toBeNull();
});

test('sizes in words', () => {
  expect([1, 1023, 1024, 15_000, MB, 2.34 * MB].map(formatBytes)).toEqual([
    '1 bytes',
    '1023 bytes',
    '1 KB',
    '15 KB',
    '1 MB',
    '2.3 MB',
  ]);
});
