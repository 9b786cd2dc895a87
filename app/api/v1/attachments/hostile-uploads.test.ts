import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { MAX_FORM_OVERHEAD_BYTES, MAX_FORM_PARTS, MAX_UPLOAD_BYTES } from '@/lib/attachments/limits';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { insertPerson } from '../../../../db/testing/insert-person';
import { useTestDatabase } from '../../../../db/testing/use-test-database';
import { POST } from './route';

const KB = 1024;
const BOUNDARY = 'what-comes-between-the-parts';
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;
const END = `\r\n--${BOUNDARY}--\r\n`;

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, text: string, header = '') =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n${header}\r\n${text}`;

describe('what hostile clients upload', () => {
  useTestDatabase();
  let key = '';

  beforeAll(async () => {
    key = (await createApiKey(await insertPerson(), { name: 'test' })).key;
  });

  async function upload(body: BodyInit, type = FORM, headers: Record<string, string> = {}) {
    const request = new Request('http://127.0.0.1:3000/api/v1/attachments', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': type, ...headers },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
    const response = await POST(request, { params: Promise.resolve({}) });
    const { error, attachment } = await response.json();
    return { status: response.status, code: error?.code, message: error?.message, name: attachment?.name };
  }

  /** A body that is made as it is read, and never ends; `sent` counts what was asked for. */
  function endless(first: string, piece: string) {
    const encoder = new TextEncoder();
    const count = { sent: 0 };
    let next = first;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const bytes = encoder.encode(next);
        count.sent += bytes.byteLength;
        controller.enqueue(bytes);
        next = piece;
      },
    });
    return { body, count };
  }

  async function stored() {
    const { rows } = await (await getDb()).execute(
      sql`select (select count(*) from attachment)::int as files, (select count(*) from blob)::int as blobs`,
    );
    return rows[0];
  }

  it.each([
    ['parts', field('a', 'b'), field('a', 'b').repeat(1000)],
    ['a header', `--${BOUNDARY}\r\nx-long: `, 'x'.repeat(64 * KB)],
    ['a file', file('a.txt', ''), 'x'.repeat(64 * KB)],
    ['a boundary', `--${BOUNDARY.slice(0, -1)}`, '-'.repeat(64 * KB)],
  ])('endless: %s; no more is read than the largest file', async (_what, first, piece) => {
    const before = await stored();
    const { body, count } = endless(first, piece);
    expect(await upload(body)).toMatchObject({ status: 413, code: 'too_large', message: expect.stringMatching(/MB/) });
    expect(count.sent).toBeLessThan(MAX_UPLOAD_BYTES + 2 * MAX_FORM_OVERHEAD_BYTES + 3 * piece.length);
    expect(await stored()).toEqual(before);
  });

  it.each<[string, string, number, string]>([
    ['10,000 fields', field('a', 'b').repeat(10_000) + file('a.txt', 'text') + END, 422, 'invalid'],
    [
      'a part more than there may be',
      field('a', 'b').repeat(MAX_FORM_PARTS) + file('a.txt', 'x') + END,
      422,
      'invalid',
    ],
    ['a header of 1 MB', file('a.txt', 'text', `x-long: ${'x'.repeat(KB * KB)}\r\n`) + END, 413, 'too_large'],
    ['a name of 1 MB', file(`${'x'.repeat(KB * KB)}.txt`, 'text') + END, 413, 'too_large'],
    ['another field of 1 MB', field('a', 'x'.repeat(KB * KB)) + file('a.txt', 'text') + END, 413, 'too_large'],
    ['no end', file('a.txt', 'text'), 400, 'malformed'],
    ['an end that is cut', file('a.txt', 'text') + END.slice(0, -6), 400, 'malformed'],
    ['another boundary', (file('a.txt', 'text') + END).replaceAll(BOUNDARY, 'another'), 400, 'malformed'],
    ['headers that are none', `--${BOUNDARY}\r\n\0\0\0\r\n\r\nx${END}`, 400, 'malformed'],
    ['no field', `--${BOUNDARY}--\r\n`, 422, 'invalid'],
    ['nothing', '', 400, 'malformed'],
    ['an empty file', file('a.txt', '') + END, 422, 'invalid'],
  ])('%s: refused in words, and nothing is stored', async (_what, body, status, code) => {
    const before = await stored();
    expect(await upload(body)).toMatchObject({ status, code, message: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(await stored()).toEqual(before);
  });

  it.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary="${'b'.repeat(5000)}`,
  ])('a form of the type %.40s is damaged', async (type) => {
    expect(await upload(file('a.txt', 'text') + END, type)).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('a length that is too large is refused before anything is read', async () => {
    const { body, count } = endless('x', 'x');
    const refused = await upload(body, 'application/octet-stream', { 'content-length': String(1e12) });
    expect(refused).toMatchObject({ status: 413, code: 'too_large' });
    expect(count.sent).toBeLessThan(10);
  });

  it('a body that breaks off is refused as such, and nothing is stored', async () => {
    const before = await stored();
    let begun = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (begun) controller.error(new Error('aborted'));
        else controller.enqueue(new TextEncoder().encode(file('a.txt', 'half')));
        begun = true;
      },
    });
    expect(await upload(body)).toMatchObject({ status: 400, code: 'malformed', message: 'The body broke off.' });
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\\\windows\\\\system32\\\\evil.txt', 'evil.txt'],
    ['invoice\u202etxt.exe', 'invoicetxt.exe'],
    ['\u2066a\u2069\u061cb\u200f.txt', 'ab.txt'],
    ['..', 'text.txt'],
    [`${'x'.repeat(300)}.txt`, expect.stringMatching(/^x+….txt$|^x+\.txt$/)],
  ])('the name %j is stored without what misleads', async (given, name) => {
    expect(await upload(file(given, `Text of ${given.length}.`) + END)).toMatchObject({ status: 201, name });
  });
});
