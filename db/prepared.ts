import type { Query, SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
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

type Session = Db['_']['session'];

/**
 * The same for plain SQL, in whatever database or transaction it is asked. A Postgres server keeps its plan under `name`, which no other
 * statement may have. The values are those of its `sql.placeholder`s.
 */
export function preparedSql<Row extends Record<string, unknown>>(
  name: string,
  build: () => SQL,
): (db: Db, values: Record<string, unknown>) => Promise<Row[]> {
  let query: Query | undefined;
  const bySession = new WeakMap<Session, ReturnType<Session['prepareQuery']>>();
  return async (db, values) => {
    const { session } = db._;
    let statement = bySession.get(session);
    if (!statement) {
      query ??= new PgDialect().sqlToQuery(build());
      statement = session.prepareQuery(query, undefined, name, false);
      bySession.set(session, statement);
    }
    const { rows } = (await statement.execute(values)) as { rows: Row[] };
    return rows;
  };
}
