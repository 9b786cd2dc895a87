import 'server-only';
import { getDb } from '@/db/client';
import type { Db } from '@/db/types/database';
import { ContextDamagedError } from '@/lib/context-sharing/context-damaged-error';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { sha256 } from '@/lib/context-sharing/store/sha256';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { ContextDelivered, SharedContext } from '@/lib/protocol/context-event';
import { eventsNaming } from './events-naming';

interface Receipt extends Pick<ContextDelivered, 'callId' | 'toolCallId'> {
  context: SharedContext;
}

/**
 * The text that a receipt of the run names, as it stood in the request. Throws `not_found` for a run that the actor may not see and for a
 * text that no receipt of it names, `context_damaged`.
 */
export async function readDeliveredText(
  actor: Actor,
  runId: string,
  hash: string,
): Promise<{ name: string; bytes: Buffer }> {
  await findRunOrThrow(actor, runId, 'read');
  const db = await getDb();
  const receipt = await findReceipt(db, runId, hash);
  if (!receipt) throw new AppError('not_found', texts.noSuchDelivery);
  const { from, snapshotId } = receipt.context;
  const text = receipt.toolCallId
    ? await readToolResult(db, runId, receipt)
    : await createContextStore(db).text(hash, snapshotId);
  return { name: `${from}-${hash.slice(0, 8)}.txt`, bytes: Buffer.from(text) };
}

async function findReceipt(db: Db, runId: string, hash: string): Promise<Receipt | null> {
  for await (const event of eventsNaming(db, runId, hash)) {
    if (event.type !== 'context.delivered') continue;
    const context = event.contexts?.find((shared) => shared.hash === hash);
    if (context) return { context, callId: event.callId, toolCallId: event.toolCallId };
  }
  return null;
}

/** What a reader has asked for by a tool stands in the log as that tool's result and nowhere else. */
async function readToolResult(db: Db, runId: string, { context, callId, toolCallId = '' }: Receipt): Promise<string> {
  for await (const event of eventsNaming(db, runId, toolCallId)) {
    const isIt = event.type === 'tool.finished' && event.callId === callId && event.toolCallId === toolCallId;
    if (isIt && sha256(Buffer.from(event.result)) === context.hash) return event.result;
  }
  throw new ContextDamagedError(context.snapshotId, `the text that was shown of it (${context.hash}) is missing`);
}
