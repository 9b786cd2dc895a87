interface Node {
  id: string;
  parentId: string | null;
}

/**
 * The messages from the root to the shown leaf. Messages come oldest first; without a leaf (or with one that is gone) the newest
 * message is taken.
 */
export function activePath<T extends Node>(messages: T[], activeLeafId: string | null): T[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const path: T[] = [];
  let next = byId.get(activeLeafId ?? '') ?? messages.at(-1);
  while (next) {
    path.push(next);
    byId.delete(next.id);
    next = byId.get(next.parentId ?? '');
  }
  return path.reverse();
}
