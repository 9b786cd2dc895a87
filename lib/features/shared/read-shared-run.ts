import 'server-only';
import { LRUCache } from 'lru-cache';
import { getDb } from '@/db/client';
import type { SharedMessage } from '@/db/queries/shared/select-shared-messages';
import { readShownLog } from '@/lib/engine/run/read-shown-log';
import { runDecision } from '@/lib/features/runs/run-decision';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import { type ShareSight, shareAudience, shows } from '@/lib/protocol/projection/audience';
import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import type { SharedSource } from './shared-source';
import { sharedWork } from './shared-work';

/** Logs of runs that are over, as links show them, in characters. */
const KEPT = 8_000_000;
/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenSharedLogs?: LRUCache<string, RunEvent[]> };

type RunOf = NonNullable<SharedMessage['run']>;

/** Up to which event a link shows a run; `null` = all there is. */
export function shownUpTo({ snapshot }: Pick<SharedSource, 'snapshot'>, runId: string): number | null {
  return snapshot ? (snapshot.runs[runId] ?? 0) : null;
}

/** A run as a link shows it, from the projection of its log; without its files. */
export async function readSharedRun(
  source: SharedSource,
  run: RunOf,
  chosen: SharedMessage['chosen'],
): Promise<SharedRunView> {
  const sight: ShareSight = source;
  const events = await sharedLog(source, run);
  const state = fold(run.id, events);
  const isNamed = shows(sight, 'answers');
  const decision = isNamed ? runDecision(state) : null;
  // Below that level there is a team without agents: what its fold says of a winner is not known.
  const winner = state.winner?.answerId ?? (state.status === 'finished' ? (state.final?.answerId ?? null) : null);
  return {
    id: run.id,
    status: state.status,
    seq: state.seq,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    isSimulated: run.isSimulated,
    slots: state.slots.map(({ slot, state: word }) => {
      const agent = state.team?.agents.find((candidate) => candidate.slot === slot);
      const { type: backend = '', model = '' } = agent?.backend ?? {};
      return {
        slot,
        name: agent?.name ?? slot,
        backend,
        model,
        state: word,
        systemMessage: agent?.systemMessage ?? null,
      };
    }),
    answers: state.answers.map(({ answerId, slot, content, at }) => ({ answerId, slot, content, at })),
    votes: state.votes.map(({ slot, answerId, reason, round, voidBecause }) => ({
      ...{ slot, answerId, reason, round },
      void: voidBecause !== null,
    })),
    winner: isNamed ? winner : null,
    rule: state.winner?.rule ?? null,
    tally: state.winner?.tally ?? {},
    ...(decision && { decision }),
    final: state.final?.text ?? null,
    cut: state.final?.cut ?? null,
    chosen: isNamed ? (chosen?.answerId ?? null) : null,
    work: sharedWork(events, source.nameOf ?? null),
    files: [],
    error: state.error,
  };
}

/** What the link shows of the run's log. Of a run that is over it is kept: pages are opened more often than written. */
async function sharedLog(source: SharedSource, run: RunOf): Promise<RunEvent[]> {
  const audience = shareAudience(source);
  const upTo = shownUpTo(source, run.id);
  const read = async () => readShownLog(await getDb(), run.id, audience, upTo);
  if (run.seq === 0) return read();
  holder.massgenSharedLogs ??= new LRUCache({
    maxSize: KEPT,
    sizeCalculation: (log) => JSON.stringify(log).length + 1,
  });
  const key = `${run.id} ${audience} ${upTo ?? run.seq}`;
  const known = holder.massgenSharedLogs.get(key);
  if (known) return known;
  const log = await read();
  holder.massgenSharedLogs.set(key, log);
  return log;
}
