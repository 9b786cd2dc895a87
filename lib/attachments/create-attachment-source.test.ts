import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment';
import type { Actor } from '@/lib/platform/auth/actor';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { createAttachmentSource } from './create-attachment-source';
import { createContentCache } from './create-content-cache';
import { planForms } from './plan-forms';
import { makePdf } from './testing/make-pdf';

const MB = 1024 * 1024;
const PNG = Buffer.from('\x89PNG\r\n\x1a\nnot much more', 'latin1');
const SEES_ALL = { images: true, files: true, contextWindow: null };
const READS_ONLY = { images: false, files: false, contextWindow: null };

const ref = (kind: AttachmentRef['kind'], bytes: number): AttachmentRef => ({
  id: `${kind}${bytes}`,
  name: kind,
  mediaType: 'x/y',
  bytes,
  kind,
});

describe('what a model is given', () => {
  useTestDatabase();

  async function attach(...files: [name: string, bytes: Buffer][]) {
    const { userId } = await seedPerson();
    const actor: Actor = { userId, email: '', name: '', role: 'member', via: { kind: 'apiKey', apiKeyId: userId } };
    const attachments: AttachmentRef[] = [];
    for (const [name, bytes] of files) attachments.push(await uploadAttachment(actor, { name, bytes }));
    const { conversationId } = await seedRun(actor, storedTeam(testTeam()), {
      attachmentIds: attachments.map(({ id }) => id),
    });
    return { conversationId, attachments };
  }

  async function give(files: [string, Buffer][], abilities: typeof SEES_ALL | { contextWindow: number }) {
    const { conversationId, attachments } = await attach(...files);
    const source = createAttachmentSource(await getDb());
    return source.give(conversationId, attachments, { ...READS_ONLY, ...abilities }, false);
  }

  test('everything as it is, with its name, when the model takes it', async () => {
    const pdf = makePdf(['One.']);
    const [image, document, text] = await give(
      [
        ['a.png', PNG],
        ['b.pdf', pdf],
        ['c.md', Buffer.from('\ufeff# Hi')],
      ],
      SEES_ALL,
    );
    expect(image).toMatchObject({
      delivered: { name: 'a.png', as: 'image' },
      parts: [
        { text: expect.stringContaining('“a.png”') },
        { type: 'image', mediaType: 'image/png', data: PNG.toString('base64') },
      ],
    });
    expect(document?.parts[1]).toMatchObject({ type: 'document', data: pdf.toString('base64') });
    expect(text?.delivered).toEqual({ id: expect.any(String), name: 'c.md', as: 'text' });
    expect(text?.parts).toEqual([
      { type: 'text', text: expect.stringContaining('type="text/markdown">\n# Hi\n</attachment>') },
    ]);
  });

  test('a PDF as its text, an image by name, each with the reason', async () => {
    const [image, document, locked] = await give(
      [
        ['a.png', PNG],
        ['b.pdf', makePdf(['The dock opens in May.'])],
        ['c.pdf', makePdf(['x'], { locked: true })],
      ],
      READS_ONLY,
    );
    expect(image?.delivered).toMatchObject({ as: 'mention', note: 'this model takes no images' });
    expect(document?.delivered).toMatchObject({ as: 'text', note: 'this model takes no PDFs' });
    expect(JSON.stringify(document?.parts)).toContain('The dock opens in May.');
    expect(locked?.delivered).toMatchObject({
      as: 'mention',
      note: 'this model takes no PDFs, and it is protected by a password',
    });
  });

  test('a small context window gets the beginning of the newest text, and word of the rest', async () => {
    const [older, newer] = await give(
      [
        ['old.txt', Buffer.from('o'.repeat(900))],
        ['new.txt', Buffer.from('y'.repeat(900))],
      ],
      { contextWindow: 400 },
    );
    expect(newer?.delivered).toMatchObject({ as: 'text', note: 'only its first 800 of 900 characters' });
    expect(JSON.stringify(newer?.parts)).toContain('y'.repeat(800));
    expect(JSON.stringify(newer?.parts)).not.toContain('y'.repeat(801));
    expect(older?.delivered).toMatchObject({ as: 'mention', note: 'there is no room left for its text' });
  });

  test('a file of another conversation is not given', async () => {
    const mine = await attach(['a.txt', Buffer.from('Mine.')]);
    const other = await attach(['b.txt', Buffer.from('Other.')]);
    const source = createAttachmentSource(await getDb());
    const [given] = await source.give(other.conversationId, mine.attachments, SEES_ALL, false);
    expect(given?.delivered).toMatchObject({ as: 'mention', note: 'it is no longer stored' });
  });

  test('what a person hoards is bounded', async () => {
    const { userId } = await seedPerson();
    const actor: Actor = { userId, email: '', name: '', role: 'member', via: { kind: 'apiKey', apiKeyId: userId } };
    const send = (text: string) => uploadAttachment(actor, { name: 'a.txt', bytes: Buffer.from(text) });
    for (let count = 0; count < 50; count += 1) await send(createHash('md5').update(`${count}`).digest('hex'));
    await expect(send('One more.')).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

test('one request holds 20 MB of images and PDFs, the newest first', () => {
  const files = [
    ref('image', 9 * MB),
    ref('document', 8 * MB),
    ref('text', 1 * MB),
    ref('image', 10 * MB),
    ref('image', 5 * MB),
  ];
  expect(planForms(files, SEES_ALL).map(({ as }) => as)).toEqual(['mention', 'text', 'text', 'image', 'image']);
});

test('content is loaded once while it is kept, and never kept beyond the bound', async () => {
  const cache = createContentCache<string>(10, (value) => value.length);
  let loads = 0;
  const get = (key: string, value: string) =>
    cache.get(key, async () => {
      loads += 1;
      return value;
    });
  expect(await Promise.all([get('a', 'aaaa'), get('a', 'aaaa')])).toEqual(['aaaa', 'aaaa']);
  expect(loads).toBe(1);
  await get('b', 'bbbb');
  await get('a', 'aaaa');
  await get('c', 'cccc');
  expect(loads).toBe(3);
  await get('a', 'aaaa');
  expect(loads).toBe(3);
  await get('b', 'bbbb');
  expect(loads).toBe(4);
  await expect(cache.get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await get('d', 'd')).toBe('d');
});
