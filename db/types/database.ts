import type { Assume } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

interface Rows<T> {
  rows: T[];
}

/** What the embedded database and a Postgres server have in common in the result of `execute`. */
interface RowsResult extends PgQueryResultHKT {
  type: Rows<Assume<this['row'], Record<string, unknown>>>;
}

/** The database, or a transaction in it: a transaction can be passed wherever a `Db` is expected. */
export type Db = PgDatabase<RowsResult, Record<string, never>>;
