interface Node {
  id: string;
  parentId: string | null;
}

/** For each message the newest one behind it, itself if there is none: the end of its branch. Messages come oldest first. */
export function newestBehind(messages: Node[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { id, parentId } of messages.toReversed()) {
    const leaf = newest.get(id) ?? id;
    newest.set(id, leaf);
    // What follows a message is newer than it, so the first one that is met is the newest.
    if (parentId !== null && !newest.has(parentId)) newest.set(parentId, leaf);
  }
  return newest;
}
