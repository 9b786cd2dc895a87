import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { EngineDeps } from '../engine-deps';
import type { ToolSource } from '../tool-source';
import { ToolBlobs } from './tool-blobs';

/** The sources of a run's tools, and what they store. */
export class RunToolSet {
  readonly blobs: ToolBlobs;
  sources: ToolSource[] = [];
  readonly #report: (error: unknown) => void;
  #unstored: Promise<void> | null = null;

  constructor({ db, report }: Pick<EngineDeps, 'db' | 'report'>, { id, conversationId }: ClaimedRun) {
    this.blobs = new ToolBlobs(db, conversationId);
    this.#report = (error) => report(error, `Definitions of tools could not be stored in the run ${id}.`);
  }

  /** What the log names, and what else it waits for, must be stored before; `null` = it is. Never fails. */
  unstoredWith(other: Promise<void> | null): Promise<void> | null {
    if (!this.#unstored || !other) return this.#unstored ?? other;
    return Promise.all([this.#unstored, other]).then(() => {});
  }

  /** The log names what is being stored, and waits for it. Should it fail, a process after a crash asks the sources anew. */
  hold(stored: Promise<void>): void {
    const all = Promise.all([this.#unstored, stored.catch(this.#report)]).then(() => {
      if (this.#unstored === all) this.#unstored = null;
    });
    this.#unstored = all;
  }
}
