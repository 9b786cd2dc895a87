import { LRUCache } from 'lru-cache';

export interface ContentCache<T> {
  /** What is kept under the key, else what `load` gives; several who ask at once wait for the same loading. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/** Keeps what was used last, up to `maxSize` together. What could not be loaded is not kept, nor what is larger than all of it. */
export function createContentCache<T extends object | string>(
  maxSize: number,
  sizeOf: (value: T) => number,
): ContentCache<T> {
  const kept = new LRUCache<string, T>({ maxSize, sizeCalculation: (value) => Math.max(1, sizeOf(value)) });
  const loading = new Map<string, Promise<T>>();

  function loadAndKeep(key: string, load: () => Promise<T>): Promise<T> {
    const mine = load()
      .then((value) => {
        kept.set(key, value);
        return value;
      })
      .finally(() => loading.delete(key));
    loading.set(key, mine);
    return mine;
  }

  return {
    get(key, load) {
      const known = kept.get(key);
      if (known !== undefined) return Promise.resolve(known);
      return loading.get(key) ?? loadAndKeep(key, load);
    },
  };
}
