import type { ContextFile } from '../context';
import type { FolderIndex } from './folder-index';

const STATS_PER_FILE = 3;

/** An index of files whose contents are known, but not whether a folder holds them: the next scan reads everything and compares. */
export function indexOfFiles(files: ContextFile[]): FolderIndex {
  const present = files.filter(({ kind }) => kind !== 'removed');
  present.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: present, stats: new Float64Array(STATS_PER_FILE * present.length).fill(Number.NaN) };
}
