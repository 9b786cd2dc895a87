import type { WorkPlace } from '@/lib/agents/work-folder-source';

/** What the engine asks of the application before a program of this machine checks an answer. */
export interface CheckPrograms {
  /** Why a team's command is not run for whoever has started the run, in words; `null` = it is. */
  whyNot(runId: string, command: string): Promise<string | null>;
  /** Absolute path of the folder in which a slot works; `null` = it has none. */
  folderOf(place: WorkPlace): Promise<string | null>;
}
