import { getDb } from './client';
import type { Db } from './types/database';

/**
 * A query that is built once for each opened database instead of at each call, for those of nearly every request: drizzle's building of a
 * `select` takes longer than the embedded database's answer. `build` uses `sql.placeholder` for what differs from call to call.
 */
export function prepared<T>(build: (db: Db) => T): () => Promise<T> {
  const built = new WeakMap<Db, T>();
  return async () => {
    const db = await getDb();
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}
