import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import { resolveCredentials } from '@/lib/agents/resolve-credentials';
import { listBackends } from '@/lib/features/backends/list-backends';
import type { Actor } from '@/lib/platform/auth/actor';
import { deleteProviderKey } from './delete-provider-key';
import { listProviderKeys } from './list-provider-keys';
import { providerKeySchema, saveProviderKey } from './save-provider-key';

describe('provider keys in the database', () => {
  useTestDatabase();

  let doubles: Doubles;
  let ann: Actor;
  let bob: Actor;
  let team: string;

  beforeAll(async () => {
    doubles = await startDoubles();
    ann = await insertPerson();
    bob = await insertPerson();
    team = await findPersonalWorkspace(ann);
    await (await getDb()).execute(
      sql`insert into membership (workspace_id, user_id, role) values (${team}, ${bob.userId}, 'member')`,
    );
  });
  afterAll(() => doubles.close());
  beforeEach(() => {
    for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'ANTHROPIC_API_KEY', 'LMSTUDIO_BASE_URL'])
      vi.stubEnv(name, '');
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await (await getDb()).execute(sql`delete from provider_key`);
  });

  const key = (apiKey: string, more: object = {}) =>
    providerKeySchema.parse({ provider: 'openai_compatible', apiKey, ...more });
  const choice = { type: 'openai_compatible', baseUrl: null };
  const OPENAI = 'https://api.openai.com/v1';

  describe('provider keys', () => {
    it('are stored encrypted and shown by their last four characters', async () => {
      const saved = await saveProviderKey(ann, key('sk-test-1234567890abcd'));
      expect(saved).toMatchObject({ provider: 'openai_compatible', scope: 'user', hint: 'abcd' });
      expect(JSON.stringify(await listProviderKeys(ann))).not.toContain('sk-test');
      const { rows } = await (await getDb()).execute(sql`select * from provider_key`);
      expect(JSON.stringify(rows)).not.toContain('sk-test');
      expect(rows).toHaveLength(1);
    });

    it('replace the one for the same provider and owner', async () => {
      await saveProviderKey(ann, key('sk-first-1234567890'));
      await saveProviderKey(ann, key('sk-second-123456789'));
      expect(await listProviderKeys(ann)).toHaveLength(1);
      expect((await resolveCredentials(ann, team, choice)).apiKey).toBe('sk-second-123456789');
    });

    it('a person’s key comes before the workspace’s, that before the instance’s', async () => {
      expect(await resolveCredentials(bob, team, choice)).toMatchObject({ apiKey: null, baseUrl: null });
      vi.stubEnv('OPENAI_API_KEY', 'sk-instance');
      expect(await resolveCredentials(bob, team, choice)).toMatchObject({ apiKey: 'sk-instance', baseUrl: OPENAI });
      await saveProviderKey(ann, key('sk-workspace', { scope: 'workspace', workspaceId: team }));
      expect(await resolveCredentials(bob, team, choice)).toMatchObject({ apiKey: 'sk-workspace', baseUrl: OPENAI });
      await saveProviderKey(bob, key('sk-bob'));
      expect(await resolveCredentials(bob, team, choice)).toMatchObject({ apiKey: 'sk-bob', baseUrl: OPENAI });
      expect((await resolveCredentials(ann, team, choice)).apiKey).toBe('sk-workspace');
    });

    it('never go to an address that they were not stored for', async () => {
      vi.stubEnv('OPENAI_API_KEY', 'sk-instance');
      await saveProviderKey(ann, key('sk-workspace', { scope: 'workspace', workspaceId: team }));
      const elsewhere = { type: 'openai_compatible', baseUrl: 'https://collector.example.com/v1' };
      expect(await resolveCredentials(bob, team, elsewhere)).toMatchObject({
        apiKey: null,
        baseUrl: elsewhere.baseUrl,
      });
      await saveProviderKey(bob, key('sk-bob', { baseUrl: 'https://collector.example.com' }));
      expect((await resolveCredentials(bob, team, elsewhere)).apiKey).toBe('sk-bob');
      vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
      expect(
        (await resolveCredentials(ann, team, { type: 'openai_compatible', baseUrl: `${doubles.origin}/v1` })).apiKey,
      ).toBe('sk-workspace');
    });

    it('can be the base URL of a server that wants no key, where the provider does not need one', async () => {
      const baseUrl = 'https://models.example.com/v1';
      const saved = await saveProviderKey(ann, providerKeySchema.parse({ provider: 'openai_compatible', baseUrl }));
      expect(saved).toMatchObject({ provider: 'openai_compatible', hint: '', baseUrl });
      vi.stubEnv('OPENAI_API_KEY', 'sk-instance');
      expect(await resolveCredentials(ann, team, choice)).toMatchObject({ apiKey: null, baseUrl });
      for (const body of [{ provider: 'openai', baseUrl }, { provider: 'openai_compatible' }, { provider: 'claude' }]) {
        const parsed = providerKeySchema.safeParse(body);
        expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['apiKey']);
      }
    });

    it('a private base URL that is not trusted is refused', async () => {
      vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', '');
      const local = { type: 'openai_compatible', baseUrl: 'http://127.0.0.1:4/v1' };
      await expect(resolveCredentials(ann, team, local)).rejects.toMatchObject({ code: 'invalid' });
      await expect(saveProviderKey(ann, key('sk-a', { baseUrl: 'http://10.0.0.1' }))).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'baseUrl' }],
      });
      expect(providerKeySchema.safeParse({ provider: 'demo', apiKey: 'k' }).success).toBe(false);
    });

    it('only an administrator changes a workspace’s key, only the owner deletes their own', async () => {
      await expect(saveProviderKey(bob, key('sk-x', { scope: 'workspace', workspaceId: team }))).rejects.toMatchObject({
        code: 'forbidden',
      });
      const shared = await saveProviderKey(ann, key('sk-workspace', { scope: 'workspace', workspaceId: team }));
      const own = await saveProviderKey(ann, key('sk-ann'));
      expect((await listProviderKeys(bob)).map(({ id }) => id)).toEqual([shared.id]);
      for (const { id } of [shared, own])
        await expect(deleteProviderKey(bob, id)).rejects.toMatchObject({ code: 'not_found' });
      for (const { id } of [shared, own]) await deleteProviderKey(ann, id);
      expect(await listProviderKeys(ann)).toEqual([]);
    });

    it('a key under another instance secret is reported as unreadable', async () => {
      await saveProviderKey(ann, key('sk-ann'));
      vi.stubEnv('MASSGEN_SECRET', 'another secret of these tests');
      await expect(resolveCredentials(ann, team, choice)).rejects.toMatchObject({
        code: 'invalid',
        hint: expect.stringContaining('again'),
      });
    });
  });

  describe('listBackends', () => {
    it('tells what is configured and healthy, within half a second, and notices a new key at once', async () => {
      vi.stubEnv('LMSTUDIO_BASE_URL', `${doubles.origin}/v1`);
      const started = performance.now();
      const before = await listBackends(ann);
      expect(performance.now() - started).toBeLessThan(1000);
      const of = (views: typeof before, type: string) => views.find((view) => view.type === type);
      expect(of(before, 'demo')).toMatchObject({ simulation: true, configured: true, healthy: true });
      expect(of(before, 'lmstudio')).toMatchObject({
        configured: true,
        healthy: true,
        models: expect.arrayContaining(['team-a']),
      });
      expect(of(before, 'claude')).toMatchObject({ configured: false, healthy: false });

      vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
      await saveProviderKey(
        ann,
        providerKeySchema.parse({ provider: 'claude', apiKey: 'sk-ant', baseUrl: doubles.origin }),
      );
      expect(of(await listBackends(ann), 'claude')).toMatchObject({ configured: true, healthy: true });
    });

    it('asks each provider once in ten seconds', async () => {
      vi.stubEnv('LMSTUDIO_BASE_URL', `${doubles.origin}/v1`);
      doubles.journal.clear();
      const bobs = await Promise.all([listBackends(bob), listBackends(bob), listBackends(bob)]);
      expect(bobs[0]).toBe(bobs[2]);
      expect(doubles.journal.items()).toHaveLength(1);
    });
  });
});
