import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { resolveCredentials } from '@/lib/agents/resolve-credentials';
import { createTeam } from '@/lib/features/teams/create-team';
import { resolveTeam } from '@/lib/features/teams/resolve-team';
import { guardedRequest } from '@/lib/platform/security/guarded-request';
import { changeTrustedOrigin } from './change-trusted-origin';
import { distrustOrigin } from './distrust-origin';
import { listTrustedOrigins } from './list-trusted-origins';
import { trustedOriginSchema, trustOrigin } from './trust-origin';

describe('addresses that the owner trusts', () => {
  useTestDatabase();
  let origin = '';
  const server = http.createServer((_request, response) => response.end('{"data":[]}'));

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const people = async () => ({ owner: await insertPerson({ role: 'owner' }), member: await insertPerson() });
  const trust = (actor: Awaited<ReturnType<typeof insertPerson>>, address: string, forMembers = false) =>
    trustOrigin(actor, trustedOriginSchema.parse({ origin: address, forMembers }));
  const team = () => ({
    name: 'T',
    agents: [{ backend: { type: 'openai_compatible', model: 'm', baseUrl: `${origin}/v1` } }],
  });
  const choice = () => ({ type: 'openai_compatible', baseUrl: `${origin}/v1` });

  it('a private base URL is refused with 422 that names the field and the remedy, until it is trusted, for the owner alone', async () => {
    const { owner, member } = await people();
    const refused = {
      status: 422,
      fields: [{ path: 'agents[0].backend.baseUrl', message: expect.stringContaining('under “Trusted addresses”') }],
    };
    await expect(createTeam(owner, team())).rejects.toMatchObject(refused);
    const trusted = await trust(owner, ` "${origin}/v1/chat/completions" `);
    expect(trusted).toMatchObject({ origin, forMembers: false });
    await expect(createTeam(owner, team())).resolves.toMatchObject({ name: 'T' });
    await expect(resolveTeam(member, team())).rejects.toMatchObject(refused);
    await expect(resolveCredentials(member, member.workspaceId, choice())).rejects.toMatchObject({ code: 'invalid' });

    await changeTrustedOrigin(owner, trusted.id, { forMembers: true });
    await expect(resolveTeam(member, team())).resolves.toBeTruthy();
    expect(await resolveCredentials(member, member.workspaceId, choice())).toMatchObject({ trustedOrigin: origin });

    await distrustOrigin(owner, trusted.id);
    await expect(resolveTeam(owner, team())).rejects.toMatchObject(refused);
    expect(await listTrustedOrigins(owner)).toEqual([]);
  });

  it('holds for exactly that origin, and for model requests only', async () => {
    const { owner } = await people();
    await trust(owner, origin);
    const other = { type: 'openai_compatible', baseUrl: 'http://127.0.0.1:9/v1' };
    await expect(resolveCredentials(owner, owner.workspaceId, other)).rejects.toMatchObject({ code: 'invalid' });
    const request = {
      url: `${origin}/v1/models`,
      method: 'GET' as const,
      headers: {},
      signal: new AbortController().signal,
    };
    // Whoever does not bring the trust of a model request along does not get there.
    await expect(guardedRequest(request)).rejects.toMatchObject({ name: 'RefusedAddressError' });
    await expect(guardedRequest({ ...request, trustedOrigin: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      name: 'RefusedAddressError',
    });
    expect((await guardedRequest({ ...request, trustedOrigin: origin })).resume().statusCode).toBe(200);
  });

  it('sends no key there that belongs elsewhere', async () => {
    const { owner } = await people();
    await trust(owner, origin);
    process.env.OPENAI_API_KEY = 'sk-of-the-instance';
    try {
      expect(await resolveCredentials(owner, owner.workspaceId, choice())).toMatchObject({ apiKey: null });
    } finally {
      delete process.env.OPENAI_API_KEY;
    }
  });

  it('is for the owner to say, and never for public addresses or those with secrets of the machine', async () => {
    const { owner, member } = await people();
    const admin = await insertPerson({ role: 'admin' });
    for (const actor of [member, admin]) {
      await expect(listTrustedOrigins(actor)).rejects.toMatchObject({ status: 403 });
      await expect(trust(actor, origin)).rejects.toMatchObject({ status: 403 });
    }
    for (const address of [
      'https://api.openai.com',
      'http://169.254.169.254',
      'http://user:pw@127.0.0.1:1',
      'ftp://127.0.0.1',
    ])
      await expect(trust(owner, address), address).rejects.toMatchObject({ status: 422 });
  });
});
