import 'server-only';
import { isDbOpen } from '@/db/client';
import { rewriteEmbedded } from '@/db/queries/erasure/rewrite-embedded';
import { closeAgentsOf } from '@/lib/agents/claude-code/process-pool';
import { logger } from '@/lib/platform/observability/logger';
import { getEngine } from '@/lib/runtime/engine';
import { removeWorkFolders } from '@/lib/work-folders/work-folders';

/** Runs of what is about to be deleted cost nothing more. */
export async function stopRuns(runIds: string[]): Promise<void> {
  for (const runId of runIds) {
    const reply = await (await getEngine()).control(runId, { type: 'stop' });
    // Then it has just ended, or its process is gone; in both cases nothing of it can be written after the deletion.
    if (!reply.ok) logger.info({ runId, reply }, 'a run of a deleted conversation was not stopped');
  }
}

/** What a deleted conversation leaves behind outside of the database: its agents' processes and their folders. */
export async function clearTraces(conversationId: string): Promise<void> {
  closeAgentsOf(conversationId);
  await removeWorkFolders(conversationId);
}

/** Who deletes several conversations one after the other has the files written anew once. */
const REWRITE_AFTER_MS = 1_000;

const holder = globalThis as { massgenRewrite?: NodeJS.Timeout };

/** A moment later what was deleted is gone from the files of the embedded database too. */
export function rewriteSoon(): void {
  clearTimeout(holder.massgenRewrite);
  holder.massgenRewrite = setTimeout(() => {
    if (!isDbOpen()) return;
    rewriteEmbedded('conversation').catch((error: unknown) =>
      logger.error({ error }, 'the files of the database could not be written anew after a deletion'),
    );
  }, REWRITE_AFTER_MS);
  holder.massgenRewrite.unref();
}
