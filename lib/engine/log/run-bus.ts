import type { ControlReply, RunControl } from '../run/run-control';

/**
 * What one commit added to one run's log. Shared by all its viewers, never changed. What is given may have more fields, which are nobody's
 * but the writer's: a bus that reaches other processes sends those of this type alone.
 */
export interface CommittedBatch {
  runId: string;
  firstSeq: number;
  lastSeq: number;
  /** NDJSON as it is stored. */
  events: string;
  /** True when the last event is the run's terminal one. */
  ended: boolean;
  /** Members are sent all of its events as they are stored, without anybody's name; absent = that is to be looked at. */
  isWhole?: boolean;
}

/** As read from the log; `lastSeq` 0 = there is nothing behind what was asked for. */
export interface RecentLog {
  firstSeq: number;
  lastSeq: number;
  /** NDJSON; the first line may be older than asked for. */
  events: string;
  /** As in `CommittedBatch`. */
  isWhole?: boolean;
}

/**
 * Carries news of the logs to viewers and people's control messages to the run's driver.
 *
 * An implementation over Postgres NOTIFY or Redis has to keep this much: batches of one run arrive in order, but any of them may be
 * missing, because a reader that sees a gap reads the log; a batch is published only after its commit; a control message reaches
 * the one process that has served the run last, or is answered `unavailable`.
 */
export interface RunBus {
  publish(batch: CommittedBatch): void;
  /** What is behind `after` in the log of a run that has just begun here: most viewers come then. `null` = it has to be read. */
  recentLog(runId: string, after: number): RecentLog | null;
  /** Returns the function that ends the subscription. */
  subscribe(runId: string, listener: (batch: CommittedBatch) => void): () => void;
  /** Takes the run's control messages from now on; returns the function that ends that. */
  serve(runId: string, handler: (control: RunControl) => Promise<ControlReply>): () => void;
  /** Never throws: nobody there is `unavailable`. */
  request(runId: string, control: RunControl): Promise<ControlReply>;
}
