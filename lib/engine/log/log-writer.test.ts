import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { claimNextRun } from '@/db/queries/run-log/claim-next-run';
import { readLog } from '@/db/queries/run-log/read-log';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { seedPerson, seedRun } from '../testing/seed-run';
import { storedTeam, testTeam } from '../testing/test-team';
import { createInProcessBus } from './in-process-bus';
import { type LogSource, LogWriter } from './log-writer';
import type { CommittedBatch } from './run-bus';
import { RunLog } from './run-log';

/** A claimed run with a log that nobody drives. */
async function source(): Promise<LogSource & { committed: number[]; lost: Error[] }> {
  const db = await getDb();
  await seedRun(await seedPerson(), storedTeam(testTeam()));
  const { run } = await claimNextRun(db, { owner: 'test', leaseMs: 10_000 }, { perUser: 9, perWorkspace: 9 });
  if (!run) throw new Error('There is no run to claim.');
  const committed: number[] = [];
  const lost: Error[] = [];
  return {
    runId: run.id,
    epoch: run.epoch,
    log: new RunLog(run.id, 0, { onEvent() {}, onMoreText() {} }),
    committed,
    lost,
    unstored: null,
    end: () => null,
    onCommitted: (seq) => committed.push(seq),
    onLost: (error) => lost.push(error),
  };
}

describe('the log writer', () => {
  useTestDatabase();

  test('a burst of all runs is one commit, published behind it', async () => {
    const db = await getDb();
    const bus = createInProcessBus();
    const writer = new LogWriter(db, bus);
    const sources = [await source(), await source()];
    const published: CommittedBatch[] = [];
    for (const each of sources) {
      bus.subscribe(each.runId, (batch) => published.push(batch));
      for (let i = 0; i < 5; i++) {
        each.log.append({ type: 'agent.state', slot: 'A', state: 'thinking' });
        writer.touch(each, true);
      }
    }
    expect(published).toEqual([]);
    const statements = vi.spyOn(db._.session, 'prepareQuery');
    await writer.flush();
    expect(statements).toHaveBeenCalledTimes(1);
    statements.mockRestore();
    expect(published.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq])).toEqual([
      [1, 5],
      [1, 5],
    ]);
    expect(sources.map(({ committed }) => committed)).toEqual([[5], [5]]);
    for (const [i, { runId }] of sources.entries()) {
      expect((await readLog(db, runId, 0)).events).toBe(published[i]?.events);
    }
  });

  test('what a log refers to is stored before the log says it; other runs and a flush know of it', async () => {
    const db = await getDb();
    const writer = new LogWriter(db, createInProcessBus());
    const stored = Promise.withResolvers<void>();
    const waiting = { ...(await source()), unstored: stored.promise as Promise<void> | null };
    const other = await source();
    for (const each of [waiting, other]) {
      each.log.append({ type: 'agent.state', slot: 'A', state: 'thinking' });
      writer.touch(each, true);
    }
    const flushed = writer.flush();
    await vi.waitFor(() => expect(other.committed).toEqual([1]));
    waiting.log.append({ type: 'agent.state', slot: 'A', state: 'answering' });
    writer.touch(waiting, true);
    expect(waiting.committed).toEqual([]);
    expect((await readLog(db, waiting.runId, 0)).events).toBe('');
    waiting.unstored = null;
    stored.resolve();
    await flushed;
    expect(waiting.committed).toEqual([2]);
  });

  test('a run that cannot be written does not hold up the others', async () => {
    const db = await getDb();
    const writer = new LogWriter(db, createInProcessBus());
    const bad = await source();
    const good = await source();
    // The row of seq 1 is already there, as after a commit whose reply was lost.
    await db.execute(sql`insert into run_event_batch values (${bad.runId}, 1, 1, 1, 'x', 1)`);
    for (const each of [bad, good]) {
      each.log.append({ type: 'agent.state', slot: 'A', state: 'thinking' });
      writer.touch(each, true);
    }
    await writer.flush();
    expect(good.committed).toEqual([1]);
    expect(bad.lost).toHaveLength(1);
    expect(bad.committed).toEqual([]);
  });
});
