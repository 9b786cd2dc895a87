interface Node {
  id: string;
  parentId: string | null;
}

/** For each message the newest one behind it, itself if there is none: the end of its branch. Messages come oldest first. */
export function newestBehind(messages: Node[]): Map<string, string> {
  const parents = new Map(messages.map(({ id, parentId }) => [id, parentId]));
  const newest = new Map<string, string>();
  for (const { id } of messages.toReversed()) {
    // Whoever is not known yet on the way to the root has nothing newer behind it.
    for (let at: string | null = id; at !== null && !newest.has(at); at = parents.get(at) ?? null) newest.set(at, id);
  }
  return newest;
}
