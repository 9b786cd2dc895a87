import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { forgetBackendHealth, listBackends } from './list-backends';

describe('the health of the backends', () => {
  useTestDatabase();
  let asked = 0;
  const silent = createServer((_request, response) => {
    asked += 1;
    waiting.push(() => response.end(JSON.stringify({ data: [{ id: 'slow-model' }] })));
  });
  const waiting: (() => void)[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
    vi.stubEnv('LMSTUDIO_BASE_URL', `${origin}/v1`);
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    silent.closeAllConnections();
    silent.close();
  });

  it('comes in time for all, though one hangs, and is kept', async () => {
    forgetBackendHealth();
    const actor = { ...(await insertPerson()), via: { kind: 'apiKey' as const, apiKeyId: 'k' } };
    const began = performance.now();
    const backends = await listBackends(actor);
    // The promise is half a second; what a busy machine adds is not the backend's, which would never answer.
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(backends.find(({ type }) => type === 'lmstudio')).toMatchObject({
      configured: true,
      healthy: true,
      slow: true,
      message: expect.stringMatching(/^It has not answered within \d+ ms\./),
    });
    expect(backends.find(({ type }) => type === 'demo')).toMatchObject({ healthy: true, simulation: true });
    expect(backends.find(({ type }) => type === 'claude')).toMatchObject({ configured: false, healthy: false });
    expect(await listBackends(actor)).toBe(backends);
    expect(asked).toBe(1);
  });

  it('that comes late is known the next time', async () => {
    for (const answer of waiting.splice(0)) answer();
    const actor = { ...(await insertPerson()), via: { kind: 'apiKey' as const, apiKeyId: 'k' } };
    expect((await listBackends(actor)).find(({ type }) => type === 'lmstudio')).toMatchObject({ slow: true });
    for (const answer of waiting.splice(0)) answer();
    await vi.waitFor(
      async () => {
        const backends = await listBackends(actor, { refresh: true });
        expect(backends.find(({ type }) => type === 'lmstudio')).toMatchObject({
          healthy: true,
          models: ['slow-model'],
        });
      },
      { timeout: 10_000, interval: 300 },
    );
  });
});
