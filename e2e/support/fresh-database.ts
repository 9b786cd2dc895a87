import pg from 'pg';

/**
 * Makes an empty database on the server of `url`, so that one test run does not see another's data.
 * Returns its URL and the function that drops it, which must be called when nobody is connected any more.
 */
export async function freshDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `massgen_e2e_${process.pid}_${Date.now()}`;
  await onServer(url, `create database ${name}`);
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return { url: fresh.href, drop: () => onServer(url, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
