import { deflateRawSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { getConversation } from '@/lib/features/conversations/get-conversation';
import { readBranch } from '@/lib/features/conversations/read-branch';
import { readTurns } from '@/lib/features/conversations/read-turns';
import { getRunState } from '@/lib/features/runs/get-run-state';
import { exportAsJson } from './export-conversation';
import { importConversations } from './import-conversations';
import { readConversationFile } from './read-conversation-file';
import { startImport } from './start-import';
import { seedConversationFile } from './testing/seed-conversation-file';

const textOf = (content: string | ReadableStream<Uint8Array>) => new Response(content).text();
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

describe.each(testDatabaseKinds())('files of conversations on %s', { timeout: 60_000 }, (kind) => {
  useTestDatabase(kind);

  async function count(table: string): Promise<number> {
    const { rows } = await (await getDb()).execute<{ n: number }>(sql.raw(`select count(*)::int as n from "${table}"`));
    return rows[0]?.n ?? -1;
  }

  it('are the same in every byte after an import, whoever imports, as often as they like', async () => {
    const { person, place } = await seedConversationFile();
    const summary = 'What it was about: “everything”.';
    await (await getDb()).execute(sql`update conversation set summary = ${summary} where id = ${place.conversationId}`);
    for (const include of ['files', 'tools', 'answers', 'final'] as const) {
      const first = await textOf((await exportAsJson(person, place.conversationId, include)).content);
      for (const reader of include === 'files' ? [person, await insertPerson()] : [person]) {
        const { ids, warnings } = await importConversations(reader, Buffer.from(first), {});
        expect(warnings).toEqual([]);
        expect(await findConversation(reader, ids[0]!, 'read')).toMatchObject({
          summary,
          titleBy: 'person',
        });
        const again = await textOf((await exportAsJson(reader, ids[0]!, include)).content);
        expect(again === first, `${include} ${again.length} ${first.length}`).toBe(true);
      }
    }
  });

  it('make nothing twice', async () => {
    const { person, place } = await seedConversationFile();
    const text = await textOf((await exportAsJson(person, place.conversationId, 'files')).content);
    const once = await importConversations(person, Buffer.from(text), {});
    const tables = [
      'conversation',
      'message',
      'run',
      'run_event_batch',
      'context_snapshot',
      'attachment',
      'blob',
      'blob_piece',
      'context_blob',
    ];
    const before = await Promise.all(tables.map(count));
    const twice = await importConversations(person, Buffer.from(text), {});
    expect(twice).toEqual({ ids: once.ids, warnings: ['1 conversation was here already.'] });
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('bring runs that are over, with their logs and contexts, and count for nothing', async () => {
    const { person, place, second } = await seedConversationFile();
    const text = await textOf((await exportAsJson(person, place.conversationId, 'files')).content);
    const reader = await insertPerson();
    const { ids } = await importConversations(reader, Buffer.from(text), {});
    const made = await getConversation(reader, ids[0]!, 'all');
    expect(made.messages).toHaveLength(6);
    const [, , answer] = made.messages.filter(({ runId }) => runId !== null);
    const [imported, original] = await Promise.all([
      getRunState(reader, answer!.runId!),
      getRunState(person, second.runId),
    ]);
    expect({ ...imported, runId: '' }).toEqual({ ...original, runId: '' });
    const db = await getDb();
    const { rows } = await db.execute<{ id: string }>(
      sql`select id from context_snapshot where conversation_id = ${ids[0]} order by id desc limit 1`,
    );
    const context = await createContextStore(db).load(rows[0]!.id);
    expect(context.files.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    for (const table of ['usage_entry', 'reliability_observation']) expect(await count(table)).toBe(0);
    const { rows: runs } = await db.execute(
      sql`select 1 from run where conversation_id = ${ids[0]} and not is_imported`,
    );
    expect(runs).toEqual([]);
  });

  it('are refused where they would reach for content that they do not have, or are not whole', async () => {
    const { person, place } = await seedConversationFile();
    const file = await readConversationFile(person, place.conversationId, { include: 'files' });
    const thief = await insertPerson();
    const refused = (change: object) => importConversations(thief, bytesOf({ ...file, ...change }), {});
    await expect(refused({ blobs: {} })).rejects.toMatchObject({ code: 'invalid' });
    const [attached] = file.attachments;
    const others = Object.entries(file.blobs).filter(([hash]) => hash === attached!.hash);
    await expect(refused({ blobs: Object.fromEntries(others) })).rejects.toThrow(/content that is not in it/);
    await expect(refused({ blobs: { ...file.blobs, [attached!.hash]: 'AAAA' } })).rejects.toThrow(
      /not what its name says/,
    );
    await expect(refused({ messages: file.messages.toReversed() })).rejects.toThrow(/stands before the one/);
    const [run] = file.runs;
    const runs = (events: object[]) => ({ runs: [{ ...run!, events }, ...file.runs.slice(1)] });
    await expect(refused(runs(run!.events.slice(1)))).rejects.toThrow(/no event 1/);
    await expect(refused(runs(run!.events.slice(0, -1)))).rejects.toThrow(/does not end/);
    await expect(refused(runs([{ ...run!.events[0], type: 'key.used' }]))).rejects.toThrow(/no event type/);
    await expect(refused({ more: 1 })).rejects.toMatchObject({ code: 'invalid' });
    const others2 = await insertPerson();
    const elsewhere = importConversations(thief, bytesOf(file), { workspaceId: others2.workspaceId });
    await expect(elsewhere).rejects.toThrow(/cannot write/);
  });

  it('of ChatGPT become a tree of questions and answers, and grow when the export has grown', async () => {
    const person = await insertPerson();
    const node = (id: string, parent: string | null, role: string, parts: unknown[], more: object = {}) => [
      id,
      {
        id,
        parent,
        message: { author: { role }, create_time: 1_700_000_000, content: { content_type: 'text', parts }, ...more },
      },
    ];
    const chat = (more: unknown[][]) => ({
      ...{ conversation_id: 'abc', title: 'Trees', create_time: 1_700_000_000.5, current_node: 'a2' },
      mapping: Object.fromEntries([
        ['root', { id: 'root', parent: null, message: null }],
        node('s', 'root', 'system', ['hidden']),
        node('q1', 's', 'user', ['How do trees grow?']),
        node('t', 'q1', 'assistant', ['{"q":1}'], { recipient: 'browser' }),
        node('a1', 't', 'assistant', ['Slowly.']),
        node('a1b', 'a1', 'assistant', ['And upwards.']),
        node('q1b', 's', 'user', ['How do bushes grow?', { content_type: 'image_asset_pointer' }]),
        node('a2', 'q1b', 'assistant', ['Sideways.'], { metadata: { model_slug: 'gpt-x' } }),
        ...more,
      ]),
    });
    const first = await importConversations(person, bytesOf([chat([])]), {});
    expect(first.warnings).toEqual(['1 picture or file is not in the export and was left out.']);
    const found = await getConversation(person, first.ids[0]!, 'all');
    expect(found.title).toBe('Trees');
    expect(
      found.messages.map(({ parts }) => parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('|')),
    ).toEqual(['How do trees grow?', 'Slowly.|And upwards.', 'How do bushes grow?', 'Sideways.']);
    const branch = await readBranch(person, first.ids[0]!);
    const { turns } = await readTurns(person, branch, { limit: 5 });
    expect(turns).toMatchObject([
      {
        text: 'How do bushes grow?',
        answer: 'Sideways.',
        importedFrom: { from: 'chatgpt', model: 'gpt-x' },
        questionBranches: { shown: 1 },
      },
    ]);
    const later = await importConversations(person, bytesOf([chat([node('q3', 'a2', 'user', ['Why?'])])]), {});
    expect(later.ids).toEqual(first.ids);
    expect(later.warnings[0]).toBe('1 conversation was here already and got new messages.');
    const grown = await getConversation(person, first.ids[0]!, 'all');
    expect(grown.messages.map(({ role }) => role).join()).toBe('user,assistant,user,assistant,user,assistant');
  });

  it('of Claude bring their text attachments, in a .zip as in a list', async () => {
    const person = await insertPerson();
    const chats = ['one', 'two'].map((uuid) => ({
      ...{ uuid, name: `Chat ${uuid}`, created_at: '2025-05-06T07:08:09.1Z' },
      chat_messages: [
        {
          uuid: `${uuid}1`,
          sender: 'human',
          text: 'Read this.',
          attachments: [{ file_name: 'a/b.txt', extracted_content: 'Words' }],
        },
        {
          uuid: `${uuid}2`,
          sender: 'assistant',
          content: [
            { type: 'thinking', thinking: 'no' },
            { type: 'text', text: 'Read.' },
          ],
        },
      ],
    }));
    const { ids, warnings } = await importConversations(
      person,
      zipOf({ 'data/conversations.json': bytesOf(chats) }),
      {},
    );
    expect(warnings).toEqual([]);
    expect(ids).toHaveLength(2);
    const found = await getConversation(person, ids[1]!, 'path');
    expect(found).toMatchObject({
      title: 'Chat two',
      messages: [
        { parts: [{ text: 'Read this.' }, { name: 'a_b.txt', bytes: 5 }] },
        { parts: [{ text: 'Read.' }, { from: 'claude' }] },
      ],
    });
    expect((await importConversations(person, bytesOf(chats), {})).warnings).toEqual([
      '2 conversations were here already.',
    ]);
  });

  it('that are no such files, or too much, are refused with the reason', async () => {
    const person = await insertPerson();
    const taken = (bytes: Buffer) => importConversations(person, bytes, {});
    await expect(taken(Buffer.from('{"a":1}'))).rejects.toThrow(/no export of/);
    await expect(taken(Buffer.from([0xff, 0xfe, 1]))).rejects.toThrow(/no export of/);
    await expect(taken(Buffer.from(`${'['.repeat(70)}${']'.repeat(70)}`))).rejects.toThrow(/deeper than 64/);
    await expect(taken(zipOf({ '../conversations.json': bytesOf([]) }))).rejects.toThrow(/path/);
    await expect(taken(zipOf({ 'readme.txt': bytesOf([]) }))).rejects.toThrow(/no conversations/);
    await expect(taken(zipOf({ 'conversations.json': Buffer.alloc(3_000_000, 32) }))).rejects.toThrow(
      /packed more than 100/,
    );
    await expect(taken(zipOf({ 'conversations.json': bytesOf([]) }).subarray(0, 60))).rejects.toThrow(/damaged/);
    const circle = { a: { id: 'a', parent: 'b', message: null }, b: { id: 'b', parent: 'a', message: null } };
    const empty = await taken(bytesOf([{ conversation_id: 'x', title: 'Circle', mapping: circle }]));
    expect((await getConversation(person, empty.ids[0]!, 'all')).messages).toEqual([]);
    const many = { chat_messages: Array.from({ length: 100_001 }, () => 0) };
    await expect(taken(bytesOf([many]))).rejects.toThrow(/more than 100000 messages/);
  });

  it('over 5 MB are taken in behind the answer', async () => {
    const person = await insertPerson();
    const chat = {
      uuid: 'big',
      name: 'Big',
      chat_messages: [{ uuid: 'm', sender: 'human', text: 'Q' }],
      pad: ' '.repeat(5_000_000),
    };
    const started = await startImport(person, bytesOf([chat]), undefined);
    if (!started.isLarge) throw new Error('It was taken in at once.');
    const { getImport } = await import('./get-import');
    await expect
      .poll(() => getImport(person, started.id), { timeout: 20_000 })
      .toMatchObject({ status: 'finished', items: [{ title: 'Big' }] });
    await expect(getImport(await insertPerson(), started.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** A .zip file of these entries. */
function zipOf(entries: Record<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    files.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += head.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
