import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Doubles } from '../doubles/start-doubles';
import { ADMIN_ENV, type AppServer, startApp } from './app-server';
import { freshDatabase } from './fresh-database';

const EXECUTABLE = `node_modules/@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}/claude`;

/** An app whose Claude Code agents are played by the real executable, with the model doubles behind it. */
export async function startCoders(
  doubles: Doubles,
  postgres: string | null,
): Promise<{ app: AppServer; stop(): Promise<void> }> {
  if (!existsSync(EXECUTABLE)) throw new Error(`Claude Code is not installed here (${EXECUTABLE}).`);
  const database = postgres === null ? null : await freshDatabase(postgres);
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-coders-'));
  const app = await startApp({
    dataDir,
    env: {
      ...ADMIN_ENV,
      ANTHROPIC_API_KEY: 'k-anthropic',
      ANTHROPIC_BASE_URL: doubles.origin,
      MASSGEN_TRUSTED_ORIGINS: doubles.origin,
      ...(database ? { DATABASE_URL: database.url } : {}),
    },
  });
  return {
    app,
    async stop() {
      await app.stop();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
