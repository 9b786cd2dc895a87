import 'server-only';
import { namesIn } from '@/lib/features/members/member-names';
import type { Actor } from '@/lib/platform/auth/actor';
import { holdRight } from '@/lib/platform/auth/held-rights';
import { getEngine } from '@/lib/runtime/engine';
import { findRunOrThrow } from './find-run-or-throw';

/** The run's log behind seq `after` as SSE frames, live until its end or until the actor may not read it any more. Throws `not_found` for strangers. */
export async function readRunEvents(actor: Actor, runId: string, after: number): Promise<ReadableStream<Uint8Array>> {
  const run = await findRunOrThrow(actor, runId, 'read');
  const engine = await getEngine();
  const isOver = run.status !== 'queued' && run.status !== 'running';
  return engine.events(runId, after, isOver ? run.seq : null, {
    audience: 'member',
    nameOf: await namesIn(actor, run.workspaceId),
    hold: (hangUp) => holdRight(actor, runId, hangUp),
  });
}
