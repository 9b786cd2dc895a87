import 'server-only';
import type { WorkFolderSource } from '@/lib/agents/work-folder-source';
import { passWorkFolder } from '@/lib/work-folders/work-folders';
import { startWorkFolder } from './start-work-folder';

/** The folders of agents, kept in the data folder and begun from stored snapshots where a folder is not on this disk. */
export const workFolderSource: WorkFolderSource = {
  start: startWorkFolder,
  pass: async (from, runId) => {
    await passWorkFolder(from, runId);
  },
};
