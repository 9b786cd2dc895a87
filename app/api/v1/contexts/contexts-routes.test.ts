import { beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { damageBlob, seedSnapshot } from '@/lib/features/snapshots/testing/seed-contexts';
import { insertPerson } from '../../../../db/testing/insert-person';
import { insertRun } from '../../../../db/testing/insert-run';
import { useTestDatabase } from '../../../../db/testing/use-test-database';
import { GET as list } from '../runs/[id]/contexts/route';
import { GET as compare } from '../runs/[id]/files/comparison/route';
import { GET as diff } from './[id]/diff/route';
import { GET as readFile } from './[id]/files/[...path]/route';
import { POST as fork } from './[id]/fork/route';
import { GET } from './[id]/route';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const PAGE = '<!doctype html><script>alert(1)</script>';

describe('routes of contexts', () => {
  useTestDatabase();
  let key = '';
  let strangersKey = '';
  let runId = '';
  let id = '';
  let hash = '';

  beforeAll(async () => {
    const owner = await insertPerson();
    key = (await createApiKey(owner, { name: 'test' })).key;
    strangersKey = (await createApiKey(await insertPerson(), { name: 'test' })).key;
    const talk = await createConversation(owner, newConversationInput.parse({}));
    const place = { workspaceId: owner.workspaceId, conversationId: talk.id };
    ({ runId } = await insertRun({ ...place, userId: owner.userId, status: 'finished' }));
    const slot = { ...place, runId, slot: 'A' };
    ({ id, hash } = await seedSnapshot(slot, { seq: 2, files: { 'a page.html': PAGE, 'x.bin': '\0' } }));
  });

  async function ask(handler: Route, params: object, options: { body?: unknown; query?: string; as?: string } = {}) {
    const request = new Request(`http://127.0.0.1:3000/api/v1/x${options.query ?? ''}`, {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${options.as ?? key}`, 'content-type': 'application/json' },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  it('answer with the shapes that programs rely on', async () => {
    const listed = await ask(list, { id: runId });
    expect(JSON.parse(listed.text)).toMatchObject({
      items: [
        { id, slot: 'A', seq: 2, hash, parentId: null, bytes: expect.any(Number), createdAt: expect.any(String) },
      ],
      nextCursor: null,
    });
    const { context } = JSON.parse((await ask(GET, { id })).text);
    expect(context).toMatchObject({
      id,
      slot: 'A',
      hash,
      parentId: null,
      runId,
      messages: [],
      toolCalls: [],
      notes: [],
    });
    expect(context.files).toHaveLength(2);
    expect(JSON.parse((await ask(diff, { id })).text)).toMatchObject({ diff: { against: null, items: { added: [] } } });
    expect(JSON.parse((await ask(compare, { id: runId })).text)).toMatchObject({ items: expect.any(Array) });
    const made = await ask(fork, { id }, { body: {} });
    expect({ status: made.status, ...JSON.parse(made.text) }).toMatchObject({
      status: 201,
      conversation: { messages: [{ role: 'user' }, { role: 'assistant', continuedFrom: { contextId: id } }] },
    });
    expect(JSON.parse(made.text)).not.toHaveProperty('run');
  });

  it('give a file as it is, and never as a page', async () => {
    const page = await ask(readFile, { id, path: ['a page.html'] });
    expect({ status: page.status, text: page.text }).toEqual({ status: 200, text: PAGE });
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''a%20page.html",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const binary = await ask(readFile, { id, path: ['x.bin'] });
    expect(binary.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('refuse what cannot be with the right status', async () => {
    const none = crypto.randomUUID();
    for (const wrong of [none, 'x', '../x', runId]) {
      expect((await ask(GET, { id: wrong })).status).toBe(404);
      expect((await ask(diff, { id: wrong })).status).toBe(404);
      expect((await ask(readFile, { id: wrong, path: ['x.bin'] })).status).toBe(404);
      expect((await ask(fork, { id: wrong }, { body: {} })).status).toBe(404);
    }
    expect((await ask(list, { id: none })).status).toBe(404);
    expect((await ask(compare, { id: none })).status).toBe(404);
    for (const handler of [GET, diff]) expect((await ask(handler, { id }, { as: strangersKey })).status).toBe(404);
    expect((await ask(fork, { id }, { as: strangersKey, body: {} })).status).toBe(404);
    expect((await ask(diff, { id }, { query: '?against=x' })).status).toBe(400);
    for (const body of [{ input: 1 }, { input: ' ' }, { team: [] }, { team: 'nobody' }, { inptu: 'x' }, []]) {
      const refused = await ask(fork, { id }, { body });
      expect({ status: refused.status, ...JSON.parse(refused.text) }).toMatchObject({
        status: 422,
        error: { fields: [{ path: expect.any(String), message: expect.any(String) }] },
      });
    }
    await damageBlob(hash);
    for (const [handler, body] of [[GET], [diff], [fork, {}]] as const) {
      const damaged = await ask(handler, { id }, { body });
      expect(damaged.status).toBe(409);
      expect(JSON.parse(damaged.text).error).toMatchObject({
        code: 'context_damaged',
        message: expect.stringContaining(id),
      });
    }
  });
});
