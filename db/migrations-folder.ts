import { resolve } from 'node:path';

/** The migrations are read from the program's folder, in which the server is started, since bundling moves this file. */
export function migrationsFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'db/migrations');
}
