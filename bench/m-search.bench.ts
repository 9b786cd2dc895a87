/** (m) 100,000 messages in 10,000 conversations of the embedded database: how long a search takes, and the first page of the list. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { closeDb, getDb } from '../db/client';
import { maintainEmbedded } from '../db/queries/maintenance/maintain-embedded';
import { insertPerson } from '../db/testing/insert-person';
import { conversationListQuery } from '../lib/features/conversations/conversation-input';
import { listConversations } from '../lib/features/conversations/list-conversations';
import { indexPending } from '../lib/features/search/index-pending';
import { searchConversations } from '../lib/features/search/search-conversations';
import { searchQuery } from '../lib/features/search/search-input';
import type { Actor } from '../lib/platform/auth/actor';
import { finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const CONVERSATIONS = Number(process.env.BENCH_CONVERSATIONS ?? 10_000);
const MESSAGES = 10;
const WORDS = 60;
const VOCABULARY = 20_000;

/** A few words are nearly everywhere, most are rare, as in any language. */
const word = () => `w${Math.floor(VOCABULARY ** Math.random())}x`;
const text = () => Array.from({ length: WORDS }, word).join(' ');

const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
process.env.DATA_DIR = dataDir;
process.env.DATABASE_URL = '';
const db = await getDb();
const { userId, workspaceId } = await insertPerson();
const actor: Actor = {
  ...{ userId, email: '', name: '', role: 'owner' },
  via: { kind: 'session', sessionId: userId },
};

for (let made = 0; made < CONVERSATIONS; made += 50) {
  const rows = Array.from({ length: 50 }, () => ({ id: uuidv7(), title: `${word()} ${word()} ${word()}` }));
  const messages = rows.flatMap(({ id }) =>
    Array.from({ length: MESSAGES }, (_, index) => ({
      id: uuidv7(),
      conversation: id,
      isQuestion: index % 2 === 0,
      text: text(),
    })),
  );
  await db.execute(sql`insert into conversation (id, workspace_id, owner_id, title)
    select id, ${workspaceId}::uuid, ${userId}::uuid, title from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, title text)`);
  await db.execute(sql`insert into message (id, workspace_id, conversation_id, role, parts)
    select id, ${workspaceId}::uuid, conversation, case when "isQuestion" then 'user' else 'assistant' end,
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', text))
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as m(id uuid, conversation uuid, "isQuestion" boolean, text text)`);
}
const indexedFrom = performance.now();
await indexPending();
const perText = (performance.now() - indexedFrom) / (CONVERSATIONS * (MESSAGES + 1));
report({ name: 'made findable, a text of 60 words', value: perText, unit: 'ms', target: 3 });

// As the server does once an hour.
const maintainedFrom = performance.now();
await maintainEmbedded();
report({ name: 'maintained, all tables', value: performance.now() - maintainedFrom, unit: 'ms', target: 2_000 });

async function timesOf(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = -5; index < count; index += 1) {
    const from = performance.now();
    await work(index);
    // The first ones build the statements.
    if (index >= 0) times.push(performance.now() - from);
  }
  return times;
}

const search = (q: string) => searchConversations(actor, searchQuery.parse({ q }));
const list = () => listConversations(actor, conversationListQuery.parse({}));
const searches: [name: string, query: () => string][] = [
  ['words as they come', () => `${word()} ${word()}`],
  ['a word that is nearly everywhere', () => 'w1x'],
  ['a word that is rare', () => `w${VOCABULARY - Math.floor(Math.random() * 5_000)}x`],
  ['what is in no text', () => 'nowhere'],
];
for (const [name, query] of searches) {
  const times = await timesOf(60, () => search(query()));
  report({ name: `search, ${name}, p95`, value: percentile(times, 0.95), unit: 'ms', target: 100 });
}
report({
  name: 'first page of the list, p95',
  value: percentile(await timesOf(40, list), 0.95),
  unit: 'ms',
  target: 50,
});

await closeDb();
rmSync(dataDir, { recursive: true, force: true });
finishReport();
