import { readSnapshotChain, type SnapshotRow } from '@/db/queries/context-store/read-snapshot-chain';
import type { Db } from '@/db/types/database';
import type { ContextManifest } from '../context';
import { ContextDamagedError } from '../context-damaged-error';
import { readVerified } from './read-verified';

/** A snapshot of a chain, with its manifest, verified. */
export interface ChainLink {
  row: SnapshotRow;
  manifest: ContextManifest;
}

/** The rows of the chain from the snapshot back, newest first. Throws `ContextDamagedError` when it is broken. */
export async function readChainRows(db: Db, id: string): Promise<SnapshotRow[]> {
  const rows = await readSnapshotChain(db, id);
  const first = rows[0];
  if (!first) throw new ContextDamagedError(id, 'it is not stored');
  const last = rows.at(-1) ?? first;
  const hasEnd = last.parentId === null || (last.isComplete && last.runId !== first.runId);
  if (!hasEnd) throw new ContextDamagedError(last.id, 'the snapshot before it is not stored');
  return rows;
}

/** The links of the `count` newest of these rows, each compared with its hash, its row and the row behind it. */
export async function readLinks(db: Db, rows: SnapshotRow[], count: number): Promise<ChainLink[]> {
  const read = rows.slice(0, count);
  const refs = read.map(({ id, hash, manifestBytes }) => {
    return { hash, bytes: manifestBytes ?? 0, snapshotId: id, what: 'its manifest' };
  });
  const contents = await readVerified(db, refs);
  const links = read.map((row) => ({ row, manifest: parsed(row, contents.get(row.hash)) }));
  for (const [index, link] of links.entries()) compare(link, rows[index + 1]);
  return links;
}

function parsed(row: SnapshotRow, content: Buffer | undefined): ContextManifest {
  const manifest = JSON.parse(String(content)) as Omit<ContextManifest, 'version'> & { version: number };
  if (manifest.version !== 1) {
    throw new ContextDamagedError(row.id, `its manifest is of version ${manifest.version}, which is not known here`);
  }
  return manifest as ContextManifest;
}

/** @param before the row behind it, absent where reading ends */
function compare({ row, manifest }: ChainLink, before: SnapshotRow | undefined): void {
  const isSame =
    manifest.runId === row.runId &&
    manifest.slot === row.slot &&
    manifest.seq === row.seq &&
    manifest.complete === row.isComplete &&
    (manifest.parentHash === null) === (row.parentId === null);
  if (!isSame) throw new ContextDamagedError(row.id, 'it is not the one that its manifest describes');
  if (before && before.hash !== manifest.parentHash) {
    throw new ContextDamagedError(
      row.id,
      `the snapshot before it, ${before.id}, is not the one that its manifest names`,
    );
  }
}
