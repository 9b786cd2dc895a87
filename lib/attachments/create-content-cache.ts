export interface ContentCache<T> {
  /** What is kept under the key, else what `load` gives; several who ask at once wait for the same loading. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/** Keeps what was used last, up to `maxSize` together. What could not be loaded is not kept. */
export function createContentCache<T>(maxSize: number, sizeOf: (value: T) => number): ContentCache<T> {
  const kept = new Map<string, { value: Promise<T>; size: number }>();
  let total = 0;

  function drop(key: string): void {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }

  return {
    get(key, load) {
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known.value;
      }
      const entry = { value: load(), size: 0 };
      kept.set(key, entry);
      entry.value.then(
        (value) => {
          if (kept.get(key) !== entry) return;
          entry.size = sizeOf(value);
          total += entry.size;
          for (const oldest of kept.keys()) {
            if (total <= maxSize) break;
            drop(oldest);
          }
        },
        () => kept.get(key) === entry && drop(key),
      );
      return entry.value;
    },
  };
}
