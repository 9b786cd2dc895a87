import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // The package throws outside of a React server bundle; tests run server code in plain Node.
      'server-only': fileURLToPath(new URL('./scripts/test/empty-module.ts', import.meta.url)),
    },
  },
  test: {
    include: [
      'scripts/**/*.test.ts',
      'lib/**/*.test.ts',
      'db/**/*.test.ts',
      'components/**/*.test.{ts,tsx}',
      'app/**/*.test.ts',
    ],
    // All cores: by default one is left idle, which is half of a machine with two.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for comes; how soon is for benchmarks to say.
    expect: { poll: { timeout: 10_000 } },
  },
});
