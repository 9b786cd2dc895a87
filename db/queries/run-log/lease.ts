import { type Placeholder, type SQL, sql } from 'drizzle-orm';

/** Who drives a run, and for how long without a sign of life. */
export interface LeaseTerms {
  /** The process. */
  owner: string;
  leaseMs: number;
}

/** The end of a lease that begins now, by the database's clock. */
export function leaseEnd(leaseMs: number | Placeholder): SQL {
  return sql`now() + ${leaseMs}::int * interval '1 millisecond'`;
}
