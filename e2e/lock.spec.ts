import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Api } from './support/api';
import { ADMIN_ENV, spawnApp, startApp } from './support/app-server';

test('a second server on the same data folder refuses with a clear message, and the data stays whole', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-lock-'));
  const first = await startApp({ dataDir, env: ADMIN_ENV });
  const created = await new Api(first.url).send('POST', '/api/v1/conversations', { title: 'Kept' });
  expect(created.status).toBe(201);

  const second = await spawnApp({ dataDir, env: ADMIN_ENV });
  const [code] = await once(second.child, 'exit');
  expect(code).toBe(1);
  expect(second.output()).toContain(dataDir);
  expect(second.output()).toMatch(/another massgen server is using/i);
  expect(second.output()).not.toMatch(/\n\s+at /);

  const path = `/api/v1/conversations/${created.body.conversation.id}`;
  expect((await new Api(first.url).send('GET', path)).status).toBe(200);
  await first.stop('SIGKILL');

  const third = await startApp({ dataDir, env: ADMIN_ENV });
  const kept = await new Api(third.url).send('GET', path);
  expect(kept.body.conversation.title).toBe('Kept');
  await third.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
