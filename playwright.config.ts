import { defineConfig, devices } from '@playwright/test';
import type { DatabaseOption } from './e2e/support/fixtures';

const postgres = process.env.TEST_DATABASE_URL;

export default defineConfig<object, DatabaseOption>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Each worker runs its own server with its own database.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // Where the machine may be anyone's. What needed its second try is named in the end.
  retries: process.env.E2E_RETRIES ? Number(process.env.E2E_RETRIES) : 0,
  projects: [
    // The embedded database has one process: what needs another beside it is not for it.
    { name: 'embedded', testIgnore: /(caps|share-markers)\.spec\.ts/ },
    // Where a Postgres server is at hand: what depends on the database, once more on it.
    ...(postgres
      ? [{ name: 'postgres', testMatch: /(streams|control|strangers|caps|share-markers)\.spec\.ts/, use: { postgres } }]
      : []),
  ],
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    // Painting animations without a graphics card takes half of what a small machine has.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording one costs a third of a test's time. Of a failing test: `--trace on`.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
