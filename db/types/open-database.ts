import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { Db } from './database';

/** The driver underneath, for libraries that bring their own SQL (the job queue). */
export type RawClient = { kind: 'pglite'; client: PGlite } | { kind: 'postgres'; pool: Pool };

export interface OpenDatabase {
  kind: 'pglite' | 'postgres';
  db: Db;
  raw: RawClient;
  close(): Promise<void>;
}
