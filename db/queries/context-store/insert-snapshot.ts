import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import type { BlobContent } from '../blobs/blob-content';
import { blobPieces } from '../blobs/blob-pieces';
import { storeBlobs } from '../blobs/store-blobs';

export interface NewSnapshot {
  id: string;
  conversationId: string;
  runId: string;
  slot: string;
  seq: number;
  kind: string;
  /** Of the manifest. */
  hash: string;
  parentId: string | null;
  answerId: string | null;
  isComplete: boolean;
  tookMs: number;
}

/** Of content that goes into the statement of the row; what is larger is stored before it, piece by piece. */
const STATEMENT_BYTES = 256 * 1024;

/**
 * Stores a snapshot: its blobs, the references to them and its row, where it is not large in one statement. Returns the bytes newly stored,
 * `bytesBefore` among them; `null` = the run has been deleted, and there is no row.
 * @param contents the manifest and what it has of its own
 */
export async function insertSnapshot(
  db: Db,
  snapshot: NewSnapshot,
  contents: BlobContent[],
  bytesBefore: number,
): Promise<number | null> {
  const isLarge = contents.reduce((sum, { content }) => sum + content.byteLength, 0) > STATEMENT_BYTES;
  const bytes = bytesBefore + (isLarge ? await storeBlobs(db, contents) : 0);
  const pieces = isLarge ? [] : contents.flatMap(blobPieces);
  const column = <T, R>(rows: T[], of: (row: T) => R) => sql.param(rows.map(of));
  const { rows } = await db.execute<{ bytes: number }>(sql`
    with place as (
      select id, workspace_id, conversation_id from run
      where id = ${snapshot.runId} and conversation_id = ${snapshot.conversationId} for key share
    ), input as (
      select input.hash, input.bytes, known.hash is null as is_new
      from unnest(${column(contents, (c) => c.hash)}::text[], ${column(contents, (c) => c.content.byteLength)}::int[])
        as input(hash, bytes)
      left join blob known on known.hash = input.hash
    ), pieces as (
      insert into blob_piece (hash, index, bytes)
      select hash, index, decode(content, 'base64')
      from place, unnest(${column(pieces, (p) => p.hash)}::text[], ${column(pieces, (p) => p.index)}::int[],
        string_to_array(${pieces.map((p) => p.content.toString('base64')).join(',')}, ',')) as piece(hash, index, content)
      on conflict (hash, index) do update set stored_at = now()
    ), blobs as (
      insert into blob (hash, bytes) select hash, input.bytes from place, input order by hash
      on conflict (hash) do update set stored_at = now()
    ), refs as (
      insert into context_blob (conversation_id, workspace_id, hash)
      select conversation_id, workspace_id, hash from place, input order by hash on conflict do nothing
    )
    insert into context_snapshot (id, workspace_id, conversation_id, run_id, slot, seq, kind, hash, parent_id, answer_id, is_complete,
      bytes, took_ms)
    select ${snapshot.id}::uuid, workspace_id, conversation_id, id, ${snapshot.slot}, ${snapshot.seq}::int, ${snapshot.kind},
      ${snapshot.hash}, ${snapshot.parentId}::uuid, ${snapshot.answerId}, ${snapshot.isComplete}::boolean,
      ${bytes}::int + (select coalesce(sum(input.bytes) filter (where is_new), 0)::int from input), ${snapshot.tookMs}::int
    from place
    returning bytes`);
  return rows[0]?.bytes ?? null;
}
