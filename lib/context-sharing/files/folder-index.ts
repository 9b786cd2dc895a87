import type { ContextFile } from '../context';

/** What a folder held when it was last looked at. To be kept and handed back as it is. */
export interface FolderIndex {
  /** Sorted by path. */
  files: ContextFile[];
  /** Three for each file: when it was written, when anything of it changed, its inode. `NaN` = its content has to be read again. */
  stats: Float64Array;
}
