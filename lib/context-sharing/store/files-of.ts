import type { ContextFile } from '../context';
import type { ChainLink } from './read-chain';

/** The files of a slot by path, as they were behind these links. @param links newest first, back to one that names all files */
export function filesOf(
  links: ChainLink[],
  before: ReadonlyMap<string, ContextFile> = new Map(),
): Map<string, ContextFile> {
  const complete = links.findIndex(({ manifest }) => manifest.complete);
  const files = new Map(complete === -1 ? before : []);
  const relevant = complete === -1 ? links : links.slice(0, complete + 1);
  for (const { manifest } of relevant.toReversed()) {
    for (const file of manifest.files) {
      if (file.kind === 'removed') files.delete(file.path);
      else files.set(file.path, file);
    }
  }
  return files;
}
