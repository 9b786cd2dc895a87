import 'server-only';
import { getDb } from '@/db/client';
import { DataFolderLockedError } from '@/db/data-folder-locked-error';
import { maintainEmbedded } from '@/db/queries/maintenance/maintain-embedded';
import { deleteOldMcpCalls } from '@/db/queries/mcp-calls/delete-old-mcp-calls';
import { hasUsers } from '@/db/queries/users/has-users';
import { endOrphans } from '@/lib/agents/claude-code/end-orphans';
import { instanceVariables } from '@/lib/agents/instance-variables';
import { deleteExpiredFiles } from '@/lib/features/attachments/delete-expired-files';
import { startHealthChecks } from '@/lib/features/mcp-insight/check-health';
import { startIndexing } from '@/lib/features/search/start-indexing';
import { bootstrapOwner } from '@/lib/features/users/bootstrap-owner';
import { setupToken } from '@/lib/features/users/setup-token';
import { removeLeftFolders } from '@/lib/features/work-folders/remove-left-folders';
import { keepRetention } from '@/lib/features/workspaces/keep-retention';
import { EnvironmentError, env } from '@/lib/platform/config/env';
import { escapeUndecodablePaths } from '@/lib/platform/http/escape-undecodable-paths';
import { notePeers } from '@/lib/platform/http/peer';
import { noteRequestedPaths } from '@/lib/platform/http/requested-path';
import { tellOddMethods } from '@/lib/platform/http/tell-odd-methods';
import { logger } from '@/lib/platform/observability/logger';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { isBusy } from '@/lib/runtime/engine';
import { startEngine } from '@/lib/runtime/start-engine';

const CLEANING_MS = 3_600_000;

/**
 * What happens once when a server process starts, before its first request. A mistake of the person who started it (a data folder
 * in use, a wrong variable) ends the process with one clear message and exit code 1.
 */
export async function startInstance(): Promise<void> {
  try {
    notePeers();
    escapeUndecodablePaths();
    tellOddMethods();
    noteRequestedPaths();
    env();
    instanceVariables();
    await requireSandbox();
    await getDb();
    endOrphans();
    await bootstrapOwner();
    if (!(await hasUsers())) await announceSetup();
    await startEngine();
    startIndexing(isBusy);
    startCleaning();
    startHealthChecks();
  } catch (error) {
    if (error instanceof DataFolderLockedError || error instanceof EnvironmentError) {
      process.stderr.write(`\n${error.message}\n\n`);
    } else {
      logger.fatal({ error }, 'the server could not start');
    }
    process.exit(1);
  }
}

/** Throws where the operator wants sandboxes and the machine makes none. */
async function requireSandbox(): Promise<void> {
  if (env().MASSGEN_MCP_SANDBOX !== 'required') return;
  const support = await sandboxSupport();
  if ('because' in support) throw new EnvironmentError(`MASSGEN_MCP_SANDBOX=required: ${support.because}`);
}

/** Now and every hour; the process does not wait for it. */
function startCleaning(): void {
  const clean = () => {
    keepRetention().catch((error: unknown) => logger.error({ error }, 'Keeping retention failed.'));
    deleteExpiredFiles().catch((error: unknown) => logger.error({ error }, 'Removing expired files failed.'));
    deleteOldMcpCalls(env().MASSGEN_MCP_HISTORY_DAYS).catch((error: unknown) =>
      logger.error({ error }, 'Removing old calls of MCP servers failed.'),
    );
    removeLeftFolders().catch((error: unknown) => logger.error({ error }, 'Removing left working folders failed.'));
    maintainEmbedded().catch((error: unknown) => logger.error({ error }, 'Maintaining the database failed.'));
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
