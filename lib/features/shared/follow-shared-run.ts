import 'server-only';
import { getDb } from '@/db/client';
import { readLog } from '@/db/queries/run-log/read-log';
import { END_FRAME, encodeFrames } from '@/lib/engine/log/sse-frames';
import type { Actor } from '@/lib/platform/auth/actor';
import { holdView } from '@/lib/platform/auth/held-views';
import { type Audience, shareAudience } from '@/lib/protocol/projection/audience';
import type { NameOf } from '@/lib/protocol/projection/named-by';
import { getEngine } from '@/lib/runtime/engine';
import { findSharedRun } from './get-shared-run';
import type { ViewedShare } from './open-share';
import { shownUpTo } from './read-shared-run';

interface Follow {
  runId: string;
  after: number;
}

/**
 * What a link shows of a run's log behind `after` as SSE frames: live until its end or until the link is not for this viewer any more, of a
 * snapshot up to where it was taken. Throws `not_found` for a run that it does not show.
 */
export async function followSharedRun(
  share: ViewedShare,
  viewer: Actor | null,
  { runId, after }: Follow,
): Promise<ReadableStream<Uint8Array>> {
  const { run } = await findSharedRun(share, runId);
  const audience = shareAudience(share);
  const upTo = shownUpTo(share, runId);
  const { nameOf } = share;
  if (upTo !== null) return storedFrames({ runId, after, upTo, audience, nameOf });
  const engine = await getEngine();
  return engine.events(runId, after, run.seq || null, {
    audience,
    ...(nameOf && { nameOf }),
    hold: (hangUp) => holdView(share, viewer, hangUp),
  });
}

interface Stored {
  upTo: number;
  audience: Audience;
  nameOf: NameOf | undefined;
}

/** What a snapshot holds of a log, page by page as it is read. */
function storedFrames({ runId, after, upTo, audience, nameOf }: Follow & Stored) {
  let seq = after;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = seq < upTo ? await readLog(await getDb(), runId, seq) : null;
      if (page && page.lastSeq > 0) controller.enqueue(encodeFrames(page, seq + 1, audience, nameOf, upTo));
      seq = page?.lastSeq ?? upTo;
      if (page?.more && seq < upTo) return;
      controller.enqueue(END_FRAME);
      controller.close();
    },
  });
}
