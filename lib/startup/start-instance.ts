import 'server-only';
import { getDb } from '@/db/client';
import { DataFolderLockedError } from '@/db/data-folder-locked-error';
import { hasUsers } from '@/db/queries/users/has-users';
import { endOrphans } from '@/lib/agents/claude-code/end-orphans';
import { deleteExpiredFiles } from '@/lib/attachments/delete-expired-files';
import { EnvironmentError, env } from '@/lib/config/env';
import { escapeUndecodablePaths } from '@/lib/http/escape-undecodable-paths';
import { notePeers } from '@/lib/http/peer';
import { logger } from '@/lib/observability/logger';
import { startEngine } from '@/lib/runtime/start-engine';
import { bootstrapOwner } from '@/lib/users/bootstrap-owner';
import { setupToken } from '@/lib/users/setup-token';

const CLEANING_MS = 3_600_000;

/**
 * What happens once when a server process starts, before its first request. A mistake of the person who started it (a data folder
 * in use, a wrong variable) ends the process with one clear message and exit code 1.
 */
export async function startInstance(): Promise<void> {
  try {
    notePeers();
    escapeUndecodablePaths();
    env();
    await getDb();
    endOrphans();
    await bootstrapOwner();
    if (!(await hasUsers())) await announceSetup();
    await startEngine();
    startCleaning();
  } catch (error) {
    if (error instanceof DataFolderLockedError || error instanceof EnvironmentError) {
      process.stderr.write(`\n${error.message}\n\n`);
    } else {
      logger.fatal({ error }, 'the server could not start');
    }
    process.exit(1);
  }
}

/** Now and every hour; the process does not wait for it. */
function startCleaning(): void {
  const clean = () => {
    deleteExpiredFiles().catch((error: unknown) => logger.error({ error }, 'Removing expired files failed.'));
  };
  clean();
  setInterval(clean, CLEANING_MS).unref();
}

async function announceSetup(): Promise<void> {
  const { NEXTAUTH_URL, HOST, PORT } = env();
  const named = HOST && HOST !== '0.0.0.0' && HOST !== '::' ? HOST : 'localhost';
  const origin = NEXTAUTH_URL ? new URL(NEXTAUTH_URL).origin : `http://${named}:${PORT ?? 3000}`;
  process.stdout.write(`\nCreate the owner account: ${origin}/setup?token=${await setupToken()}\n\n`);
}
