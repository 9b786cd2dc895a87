import { setImmediate } from 'node:timers/promises';
import type { SnapshotRow } from '@/db/queries/context-store/read-snapshot-chain';
import type { Db } from '@/db/types/database';
import type { Context, ContextFile, ContextItem } from '../context';
import { ContextDamagedError } from '../context-damaged-error';
import { byPath } from './by-path';
import { fileChanges } from './file-changes';
import { filesOf } from './files-of';
import { type ChainLink, readChainRows, readLinks } from './read-chain';
import { readVerified } from './read-verified';

/** A context with what the one after it can be put together from. */
export interface LoadedContext {
  context: Context;
  files: ReadonlyMap<string, ContextFile>;
  /** As they were where the turn began. */
  baseFiles: ReadonlyMap<string, ContextFile>;
  /** Of the items as they are stored. */
  itemBytes: number;
}

const LARGE_BYTES = 50_000;

/**
 * Puts a snapshot together from its chain, everything verified.
 * @param known what has been loaded and verified before: of the chain only what is newer is read
 */
export async function loadContext(
  db: Db,
  id: string,
  known: (id: string) => LoadedContext | undefined,
): Promise<LoadedContext> {
  const rows = await readChainRows(db, id);
  const before = nearestKnown(rows, known);
  const links = await readLinks(db, rows, before?.index ?? rows.length);
  const own = links.filter(({ row }) => row.runId === rows[0]?.runId);
  const itemBytes = own.reduce(
    (sum, { manifest }) => sum + (manifest.items?.bytes ?? 0),
    before?.loaded.itemBytes ?? 0,
  );
  const baseFiles = before?.loaded.baseFiles ?? filesOf(links.slice(own.length));
  const files = filesOf(own, before?.loaded.files ?? baseFiles);
  const items = [...(before?.loaded.context.items ?? []), ...(await readItems(db, own))];
  return {
    context: contextOf(links[0] as ChainLink, items, files, baseFiles),
    files,
    baseFiles,
    itemBytes,
  };
}

/** The newest of the chain's snapshots of this run behind the first that need not be read again. */
function nearestKnown(
  rows: SnapshotRow[],
  known: (id: string) => LoadedContext | undefined,
): { index: number; loaded: LoadedContext } | null {
  for (const [index, row] of rows.entries()) {
    if (row.runId !== rows[0]?.runId) return null;
    const loaded = index > 0 ? known(row.id) : undefined;
    if (loaded?.context.hash === row.hash) return { index, loaded };
  }
  return null;
}

/** @param links newest first; the items come oldest first */
async function readItems(db: Db, links: ChainLink[]): Promise<ContextItem[]> {
  const refs = links.toReversed().flatMap(({ row, manifest }) => {
    const { items } = manifest;
    return items ? [{ ...items, snapshotId: row.id, what: 'what it has done' }] : [];
  });
  const contents = await readVerified(db, refs);
  const all: ContextItem[] = [];
  for (const { hash, count, bytes, snapshotId } of refs) {
    const items = JSON.parse(String(contents.get(hash))) as ContextItem[];
    if (items.length !== count)
      throw new ContextDamagedError(snapshotId, `it has ${items.length} items instead of ${count}`);
    for (const item of items) all.push(item);
    // A turn for others.
    if (bytes > LARGE_BYTES) await setImmediate();
  }
  return all;
}

function contextOf(
  { row, manifest }: ChainLink,
  items: ContextItem[],
  files: ReadonlyMap<string, ContextFile>,
  baseFiles: ReadonlyMap<string, ContextFile>,
): Context {
  const { runId, slot, backend, seq, kind, answerId, plan, usage } = manifest;
  return {
    id: row.id,
    hash: row.hash,
    parentId: row.parentId,
    runId,
    slot,
    backend,
    seq,
    kind,
    answerId,
    items,
    files: [...files.values()].sort(byPath),
    changes: fileChanges(baseFiles, files),
    plan,
    usage,
  };
}
