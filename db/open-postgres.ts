import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { migrationsFolder } from './migrations-folder';
import type { Db } from './types/database';
import type { OpenDatabase } from './types/open-database';

/** Any number that no other program uses on the same database. */
const MIGRATION_LOCK = 7_284_016_355;

/** Opens a Postgres server and applies the migrations; several instances may do so at the same moment. */
export async function openPostgres(url: string, poolSize: number): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, max: poolSize });
  // Without a listener a server restart would end the process; the pool replaces the lost connection by itself.
  pool.on('error', (error) => process.emitWarning(error));
  try {
    await applyMigrations(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    db: drizzle(pool) as unknown as Db,
    raw: { kind: 'postgres', pool },
    close: () => pool.end(),
  };
}

async function applyMigrations(pool: Pool): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await migrate(drizzle(connection), { migrationsFolder: migrationsFolder() });
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    connection.release();
  }
}
