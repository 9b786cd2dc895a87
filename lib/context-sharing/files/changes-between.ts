import type { ContextFile, FileChange } from '../context';
import { fileChanges } from '../store/file-changes';

/** What has become of the files of a tree, sorted by path. Neither list has `removed` entries. */
export function changesBetween(before: ContextFile[], after: ContextFile[]): FileChange[] {
  return before === after ? [] : fileChanges(mapOf(before), mapOf(after));
}

function mapOf(files: ContextFile[]): Map<string, ContextFile> {
  return new Map(files.map((file) => [file.path, file]));
}
