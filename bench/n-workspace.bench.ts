/**
 * (n) A workspace of 200 members and 10,000 published conversations in the embedded database: what its list, the switch to it and a search take
 * a member, and whether each of them is answered by an index.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { closeDb, getDb, rawClient } from '../db/client';
import { insertPerson } from '../db/testing/insert-person';
import { conversationListQuery } from '../lib/features/conversations/conversation-input';
import { listConversations } from '../lib/features/conversations/list-conversations';
import { listMembers } from '../lib/features/members/list-members';
import { indexPending } from '../lib/features/search/index-pending';
import { searchConversations } from '../lib/features/search/search-conversations';
import { searchQuery } from '../lib/features/search/search-input';
import { createWorkspace } from '../lib/features/workspaces/create-workspace';
import { listWorkspaces } from '../lib/features/workspaces/list-workspaces';
import type { Actor } from '../lib/platform/auth/actor';
import { assertEqual, finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 200);
const CONVERSATIONS = Number(process.env.BENCH_CONVERSATIONS ?? 10_000);
const ROUNDS = 40;
const VOCABULARY = 20_000;
const LIMIT_MS = 150;

/** A few words are nearly everywhere, most are rare, as in any language. */
const word = () => `w${Math.floor(VOCABULARY ** Math.random())}x`;
const text = () => Array.from({ length: 40 }, word).join(' ');

const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
process.env.DATA_DIR = dataDir;
process.env.DATABASE_URL = '';
const db = await getDb();

const actorOf = ({ userId, email, name }: { userId: string; email: string; name: string }): Actor => ({
  ...{ userId, email, name, role: 'member' },
  via: { kind: 'session', sessionId: userId },
});
const owner = actorOf(await insertPerson());
const { id: workspaceId } = await createWorkspace(owner, { name: 'Everybody' });
const members: Actor[] = [owner];
while (members.length < MEMBERS) {
  const person = await insertPerson();
  await db.execute(
    sql`insert into membership (workspace_id, user_id, role) values (${workspaceId}, ${person.userId}, 'member')`,
  );
  members.push(actorOf(person));
}
for (let made = 0; made < CONVERSATIONS; made += 50) {
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ...{
      id: uuidv7(),
      owner: members[(made + index) % members.length]?.userId,
      title: `${word()} ${word()} ${word()}`,
    },
    messages: [uuidv7(), uuidv7()],
    texts: [text(), text()],
  }));
  const given = JSON.stringify(rows);
  await db.execute(sql`insert into conversation (id, workspace_id, owner_id, title, visibility)
    select id, ${workspaceId}::uuid, owner, title, 'workspace'
    from jsonb_to_recordset(${given}::jsonb) as c(id uuid, owner uuid, title text)`);
  await db.execute(sql`insert into message (id, workspace_id, conversation_id, role, parts)
    select (c.messages ->> n)::uuid, ${workspaceId}::uuid, c.id, case n when 0 then 'user' else 'assistant' end,
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', c.texts ->> n))
    from jsonb_to_recordset(${given}::jsonb) as c(id uuid, messages jsonb, texts jsonb), generate_series(0, 1) n`);
}
await indexPending();
await db.execute(sql`analyze`);

const someone = (index: number) => members[index % members.length] as Actor;
const list = (index: number) => listConversations(someone(index), conversationListQuery.parse({ workspaceId }));
/** What the page behind the switch asks for. */
async function switchTo(index: number): Promise<void> {
  const actor = someone(index);
  await listWorkspaces(actor);
  const page = { workspaceId, archived: 'false' };
  await Promise.all(
    ['true', 'false'].map((pinned) => listConversations(actor, conversationListQuery.parse({ ...page, pinned }))),
  );
}
const search = (index: number, q: string) => searchConversations(someone(index), searchQuery.parse({ q, workspaceId }));
const asked: [name: string, work: (index: number) => Promise<unknown>][] = [
  ['list of the workspace', list],
  ['switch to it', switchTo],
  ['its members', (index) => listMembers(someone(index), workspaceId)],
  ['search, words as they come', (index) => search(index, `${word()} ${word()}`)],
  ['search, a word that is nearly everywhere', (index) => search(index, 'w1x')],
];

const shown = await list(0);
assertEqual('conversations of the first page', shown.items.length, 50);
for (const [name, work] of asked) {
  const times: number[] = [];
  for (let index = -5; index < ROUNDS; index += 1) {
    const from = performance.now();
    await work(index + 5);
    // The first ones build the statements.
    if (index >= 0) times.push(performance.now() - from);
  }
  report({ name: `${name}, p95`, value: percentile(times, 0.95), unit: 'ms', target: LIMIT_MS });
  const scanned = await scansOf(work);
  console.log(`  by ${[...scanned.indexes].sort().join(', ')}`);
  if (scanned.indexes.size === 0) throw new Error(`${name}: no index was used.`);
  assertEqual(`${name}: whole tables that were read`, scanned.tables.length, 0);
}

/** How the statements of one request find their rows: large tables that are read from end to end, and the indexes that are used. */
async function scansOf(work: (index: number) => Promise<unknown>) {
  const raw = await rawClient();
  if (raw.kind !== 'pglite') throw new Error('The embedded database was expected.');
  const count = async () => {
    const { rows } = await db.execute<{ name: string; table: string; scans: number; isIndex: boolean }>(sql`
      select indexrelname as name, relname as table, idx_scan::int as scans, true as "isIndex" from pg_stat_user_indexes
      union all
      select relname, relname, seq_scan::int, false from pg_stat_user_tables where n_live_tup > 1000`);
    return new Map(rows.map((row) => [`${row.isIndex} ${row.name}`, row]));
  };
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const before = await count();
  await work(1);
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const after = await count();
  const used = [...after].filter(([key, { scans }]) => scans > (before.get(key)?.scans ?? 0)).map(([, row]) => row);
  return {
    indexes: new Set(used.filter(({ isIndex }) => isIndex).map(({ name }) => name)),
    tables: used.filter(({ isIndex }) => !isIndex).map(({ table }) => table),
  };
}

await closeDb();
rmSync(dataDir, { recursive: true, force: true });
finishReport();
