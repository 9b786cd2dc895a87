import { beforeAll, describe, expect, it } from 'vitest';
import { backendTypes } from '@/lib/agents/registry';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { insertPerson } from '../../../../db/testing/insert-person';
import { useTestDatabase } from '../../../../db/testing/use-test-database';
import { GET as listBackends } from '../backends/route';
import { DELETE as deleteKey } from '../provider-keys/[id]/route';
import { GET as listKeys, POST as postKey } from '../provider-keys/route';
import { GET as exportOne } from './[id]/export/route';
import { DELETE, GET as getOne, PATCH } from './[id]/route';
import { POST as importText } from './import/route';
import { GET, POST } from './route';
import { POST as validate } from './validate/route';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

describe('routes of teams, backends and provider keys', () => {
  useTestDatabase();
  let key = '';

  beforeAll(async () => {
    key = (await createApiKey(await insertPerson(), { name: 'test' })).key;
  });

  async function ask(handler: Route, method: string, body?: unknown, id?: string) {
    const request = new Request('http://127.0.0.1:3000/api/v1/x', {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve(id ? { id } : {}) });
    return { status: response.status, body: response.status === 204 ? null : await response.json() };
  }

  const team = { name: 'Mine', agents: [{ backend: { type: 'demo' } }] };

  it('a team is made, read, changed and deleted', async () => {
    const made = await ask(POST, 'POST', team);
    expect(made).toMatchObject({ status: 201, body: { team: { ...team, version: 1 } } });
    const { id } = made.body.team;
    expect(await ask(getOne, 'GET', undefined, id)).toMatchObject({ status: 200, body: { team: { id } } });
    expect(await ask(PATCH, 'PATCH', { name: 'Yours' }, id)).toMatchObject({
      status: 200,
      body: { team: { name: 'Yours', version: 2 } },
    });
    const list = await ask(GET, 'GET');
    expect(list.body.items.map((item: { id: string }) => item.id)).toEqual(expect.arrayContaining(['demo', id]));
    expect(await ask(DELETE, 'DELETE', undefined, id)).toMatchObject({ status: 204 });
    expect(await ask(getOne, 'GET', undefined, id)).toMatchObject({ status: 404 });
    expect(await ask(getOne, 'GET', undefined, '../x')).toMatchObject({ status: 404 });
  });

  it('a team is validated, bare or under its name, with the path of each fault', async () => {
    expect(await ask(validate, 'POST', team)).toMatchObject({
      status: 200,
      body: { valid: true, team: { limits: { turnSeconds: 1800 } } },
    });
    expect(await ask(validate, 'POST', { team })).toMatchObject({ status: 200 });
    const wrong = { agents: [{ backend: { type: 'demo' } }, { backend: { type: 'opnai' } }] };
    expect(await ask(validate, 'POST', wrong)).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'invalid',
          fields: [{ path: 'agents[1].backend.type', message: expect.stringContaining('openai') }],
        },
      },
    });
    for (const odd of [[], 'x', 7, null]) expect((await ask(validate, 'POST', odd)).status).toBe(422);
  });

  it('a team goes out as a file and comes in again, as the raw text or in JSON', async () => {
    const { id } = (await ask(POST, 'POST', team)).body.team;
    for (const format of ['yaml', 'json']) {
      const request = new Request(`http://127.0.0.1:3000/api/v1/teams/${id}/export?format=${format}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      const response = await exportOne(request, { params: Promise.resolve({ id }) });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(`application/${format}; charset=utf-8`);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="mine.${format}"`);
      const text = await response.text();
      const raw = new Request('http://127.0.0.1:3000/api/v1/teams/import', {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': `application/${format}` },
        body: text,
      });
      const imported = await importText(raw, { params: Promise.resolve({}) });
      expect(await imported.json()).toMatchObject({ team, warnings: [], secrets: [] });
      expect(await ask(importText, 'POST', { text })).toMatchObject({ status: 200, body: { team } });
    }
    const before = (await ask(GET, 'GET')).body.items.length;
    expect(await ask(importText, 'POST', { text: 'agents: 3' })).toMatchObject({ status: 422 });
    expect(await ask(importText, 'POST', { text: 'a: [' })).toMatchObject({ status: 400 });
    expect(await ask(importText, 'POST')).toMatchObject({ status: 422 });
    expect((await ask(GET, 'GET')).body.items).toHaveLength(before);
  });

  it('a provider key is stored, listed by its hint and deleted', async () => {
    const made = await ask(postKey, 'POST', { provider: 'claude', apiKey: 'sk-ant-0123456789wxyz' });
    expect(made).toMatchObject({ status: 201, body: { providerKey: { provider: 'claude', hint: 'wxyz' } } });
    expect(JSON.stringify(await ask(listKeys, 'GET'))).not.toContain('0123456789');
    expect(await ask(deleteKey, 'DELETE', undefined, made.body.providerKey.id)).toMatchObject({ status: 204 });
    expect(await ask(listKeys, 'GET')).toMatchObject({ body: { items: [] } });
    expect(await ask(postKey, 'POST', { provider: 'nobody', apiKey: '' })).toMatchObject({ status: 422 });
  });

  it('the backends are listed with their health', async () => {
    const { status, body } = await ask(listBackends, 'GET');
    expect(status).toBe(200);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(backendTypes());
    expect(body.items[0]).toMatchObject({ configured: true, healthy: true, latencyMs: 0, simulation: true });
  });
});
