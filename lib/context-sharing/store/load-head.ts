import type { Db } from '@/db/types/database';
import type { ContextFile } from '../context';
import { byPath } from './by-path';
import { filesOf } from './files-of';
import { readChainRows, readLinks } from './read-chain';
import type { SnapshotHead } from './snapshot';

/** What the next snapshot behind this one goes on from, verified: its identity and all files. */
export async function loadHead(db: Db, id: string): Promise<{ head: SnapshotHead; files: ContextFile[] }> {
  const rows = await readChainRows(db, id);
  const complete = rows.findIndex(({ isComplete }) => isComplete);
  const count = complete === -1 ? rows.length : complete + 1;
  const links = await readLinks(db, rows, count);
  const { hash = '', runId = '' } = rows[0] ?? {};
  const files = [...filesOf(links).values()].sort(byPath);
  return { head: { id, hash, runId, depth: count - 1 }, files };
}
