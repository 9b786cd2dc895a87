import 'server-only';
import { claimDueServers, type DueServer } from '@/db/queries/mcp-health/claim-due-servers';
import { insertMcpHealth } from '@/db/queries/mcp-health/insert-mcp-health';
import { checkServer } from '@/lib/features/mcp-servers/check-server';
import { mapLimited } from '@/lib/platform/async/map-limited';
import { env } from '@/lib/platform/config/env';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';

const ROUND_MS = 60_000;
/** Of one round, and of them at once. */
const SERVERS = 20;
const AT_ONCE = 2;

/** Looks at the servers that are due, every minute; the process does not wait for it. */
export function startHealthChecks(): void {
  const minutes = env().MASSGEN_MCP_HEALTH_MINUTES;
  if (minutes === 0) return;
  const round = () =>
    checkHealth(minutes).catch((error: unknown) => logger.error({ error }, 'Checking MCP servers failed.'));
  setInterval(round, ROUND_MS).unref();
}

/**
 * Connects to each server that nobody has looked at for so long, lists its tools, and keeps how that went. Calls no tool, so that no limit is spent. Returns how
 * many it has looked at.
 */
export async function checkHealth(minutes: number): Promise<number> {
  const due = await claimDueServers(minutes, SERVERS);
  await mapLimited(due, AT_ONCE, checkOne);
  return due.length;
}

async function checkOne({ id, userId }: DueServer): Promise<void> {
  try {
    const { ok, steps, description } = await checkServer({ userId }, id);
    const problem = steps.find((step) => !step.ok)?.message ?? null;
    await insertMcpHealth({ userId }, id, { ok, latencyMs: description?.latencyMs ?? null, problem });
  } catch (error) {
    // It has been deleted, or taken from its owner, since it was taken up.
    if (!(error instanceof AppError)) throw error;
  }
}
