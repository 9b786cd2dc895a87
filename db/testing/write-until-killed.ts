/**
 * A process that opens the data folder of `DATA_DIR` and writes rows for ever, printing the number of each row once it is
 * committed, so that a test can kill it at any moment and see what is left.
 */
import { sql } from 'drizzle-orm';
import { closeDb, getDb } from '../client';

async function main(): Promise<void> {
  const db = await getDb();
  await db.execute(sql`create table if not exists proof (n integer primary key)`);
  const { rows } = await db.execute<{ next: number }>(sql`select coalesce(max(n), 0)::integer + 1 as next from proof`);
  process.stdout.write(`open ${(rows[0]?.next ?? 1) - 1}\n`);
  if (process.argv[2] === 'once') return closeDb();
  for (let n = rows[0]?.next ?? 1; ; n++) {
    await db.execute(sql`insert into proof values (${n})`);
    // Until it is in the pipe: the embedded database never lets the event loop turn by itself.
    await new Promise((resolve) => process.stdout.write(`${n}\n`, resolve));
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 1;
});
