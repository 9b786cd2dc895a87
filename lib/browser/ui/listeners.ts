/** A set of callbacks for `useSyncExternalStore`. */
export function createListeners() {
  const all = new Set<() => void>();
  return {
    /** Number of subscribers. */
    size: () => all.size,
    add(listener: () => void): () => void {
      all.add(listener);
      return () => all.delete(listener);
    },
    notify(): void {
      for (const listener of [...all]) listener();
    },
  };
}
