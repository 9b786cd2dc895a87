import type { Slot } from '@/lib/protocol/team';

/** A slot in a run. */
export interface WorkPlace {
  conversationId: string;
  runId: string;
  slot: Slot;
}

/** Gives agents that work in files their folders. What a folder begins with is decided by the application, not by the agent. */
export interface WorkFolderSource {
  /**
   * The folder of a slot in a run, made when there is none yet. `files` is an absolute path; `problem` says why it does not hold all that
   * the slot had in its last turn, a sentence, `null` = it does. `isOccupied` tells of an absolute path whether a process works there: what another process may still write to is left to it.
   */
  start(place: WorkPlace, isOccupied?: (folder: string) => boolean): Promise<{ files: string; problem: string | null }>;
  /** For a process that goes on in the folder that it knows: the folder passes to the next run. */
  pass(from: WorkPlace, runId: string): Promise<void>;
}
