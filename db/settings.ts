import { resolve } from 'node:path';

export interface DatabaseSettings {
  /** `DATABASE_URL`; null = the embedded database in the data folder. */
  url: string | null;
  /** `DATABASE_POOL_SIZE`, connections per process to a Postgres server. */
  poolSize: number;
  /** `DATA_DIR`, absolute. */
  dataDir: string;
}

const DEFAULT_POOL_SIZE = 10;

/** Where the data is, read from the environment at each call. Throws when `DATABASE_POOL_SIZE` is not a positive integer. */
export function databaseSettings(): DatabaseSettings {
  const poolSize = Number(process.env.DATABASE_POOL_SIZE || DEFAULT_POOL_SIZE);
  if (!Number.isInteger(poolSize) || poolSize < 1) {
    throw new Error(`DATABASE_POOL_SIZE must be a positive integer, not "${process.env.DATABASE_POOL_SIZE}".`);
  }
  return {
    url: process.env.DATABASE_URL || null,
    poolSize,
    dataDir: resolve(/* turbopackIgnore: true */ process.cwd(), process.env.DATA_DIR || '.data'),
  };
}
