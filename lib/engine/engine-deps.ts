import type { RunLimits } from '@/db/queries/run-log/claim-next-run';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { Db } from '@/db/types/database';
import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import type { WorkFolderSource } from '@/lib/agents/work-folder-source';
import type { Usage } from '@/lib/protocol/state';
import type { BackendChoice, Team } from '@/lib/protocol/team';
import type { AttachmentSource } from './attachment-source';
import type { CheckPrograms } from './check-programs';
import type { ContextSource } from './context-source';
import type { ModelWindows } from './fit/model-windows';
import type { RunBus } from './log/run-bus';
import type { Dispatcher } from './run/job-dispatcher';
import type { ToolSource } from './tool-source';

/** What the engine gets from the rest of the application; the composition root is lib/runtime. */
export interface EngineDeps {
  db: Db;
  bus: RunBus;
  dispatcher: Dispatcher;
  limits: RunLimits;
  /** True when no other process can use the database: at start every running run is then abandoned, whatever its lease says. */
  soleProcess: boolean;
  /**
   * Calls `heard` soon after a person's request has been stored, in whatever process; it may miss some. Returns the function that ends
   * that.
   */
  onStoredControl(heard: () => void): Promise<() => Promise<void>>;
  attachments: AttachmentSource;
  contexts: ContextSource;
  /** Where the agents' tools come from, besides the board of a team that shares. */
  tools: ToolSource[];
  windows: ModelWindows;
  workFolders: WorkFolderSource;
  checkPrograms: CheckPrograms;
  backendFor(type: string): AgentBackend;
  /** Throws an `AppError` for a key that cannot be read or a base URL that is not allowed. */
  resolveCredentials(run: ClaimedRun, choice: BackendChoice): Promise<Credentials>;
  /** The run's team with every default filled in. Throws an `AppError` when it is not valid any more. */
  resolveTeam(run: ClaimedRun): Promise<Team>;
  /** Hears what the runs of this process have used so far, while they go on; absent = nobody wants to know. */
  spending?: { note(run: ClaimedRun, usage: Usage): void; over(runId: string): void };
  /** Told when this process drives a run no longer, however it ended; must cost nothing. */
  onOver?(run: ClaimedRun): void;
  /** For what nobody is told otherwise. */
  report(error: unknown, what: string): void;
}
