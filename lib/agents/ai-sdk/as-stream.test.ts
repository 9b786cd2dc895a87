import { describe, expect, it } from 'vitest';
import { asStream } from './as-stream';

const reply = (body: string, type: string) => new Response(body, { headers: { 'content-type': type } });
const REPLY = { candidates: [{ content: { parts: [{ text: 'Green.' }] }, finishReason: 'STOP' }] };

describe('asStream', () => {
  it('leaves a stream as it is', async () => {
    const stream = reply('data: {}\n\n', 'text/event-stream; charset=utf-8');
    expect(await asStream(stream)).toBe(stream);
  });

  it.each([
    ['a reply of its own', JSON.stringify(REPLY)],
    ['a list of replies', JSON.stringify([REPLY])],
    ['a stream that calls itself JSON', `data: ${JSON.stringify(REPLY)}`],
  ])('makes a stream of %s', async (_name, body) => {
    const stream = await asStream(reply(body, 'application/json'));
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(await stream.text()).toMatch(/^data: \{"candidates".*\}\n\n/);
  });

  it.each([
    ['{"error":{"message":"The key is not valid.","code":401}}', 'auth', /The key is not valid/],
    ['[{"error":{"message":"Quota exceeded for this project.","code":429}}]', 'quota', /Quota exceeded/],
    ['{"hello":"there"}', 'protocol', /no stream: \{"hello":"there"\}/],
    ['', 'protocol', /empty reply/],
  ])('%s has its own words in the error', async (body, code, message) => {
    const error = await asStream(reply(body, 'application/json')).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('shows nothing of a web page', async () => {
    const error = await asStream(reply('<html>secret</html>', 'text/html')).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'protocol', message: 'The provider sent no stream, but a web page.' });
  });
});
