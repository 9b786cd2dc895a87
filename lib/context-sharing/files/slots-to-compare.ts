import type { Slot } from '@/lib/protocol/team';
import type { Context, ContextFile } from '../context';

interface SlotsToCompare {
  base: ContextFile[];
  slots: { slot: Slot; files: ContextFile[] }[];
}

/**
 * What `compareSlots` takes, of the paths that somebody has changed in this turn. Each slot's turn begins with files of its own: a file counts
 * as changed only by who changed it, against the start of the first one of these.
 */
export function slotsToCompare(contexts: Pick<Context, 'slot' | 'changes'>[]): SlotsToCompare {
  const start = new Map<string, ContextFile | null>();
  for (const { changes } of contexts) {
    for (const { path, before } of changes) if (!start.has(path)) start.set(path, before);
  }
  const slots = contexts.map(({ slot, changes }) => {
    const now = new Map(start);
    for (const { path, after } of changes) now.set(path, after);
    return { slot, files: present(now) };
  });
  return { base: present(start), slots };
}

function present(files: Map<string, ContextFile | null>): ContextFile[] {
  return [...files.values()].filter((file) => file !== null);
}
