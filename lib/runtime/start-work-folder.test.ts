import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { scanFolder } from '@/lib/context-sharing/files/scan-folder';
import { type ContextStore, createContextStore } from '@/lib/context-sharing/store/context-store';
import { draft } from '@/lib/context-sharing/store/testing/drafts';
import { seedConversation } from '@/lib/context-sharing/store/testing/seed-conversation';
import { compareFolders } from '@/lib/work-folders/compare-folders';
import { findWorkFolder, type Place, type WorkFolder } from '@/lib/work-folders/work-folders';
import { startWorkFolder } from './start-work-folder';

describe.each(testDatabaseKinds())('the folder of a turn on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  let store: ContextStore;
  let conversation: Awaited<ReturnType<typeof seedConversation>>;
  let turn: Awaited<ReturnType<typeof conversation.turn>>;
  let folder: WorkFolder;

  beforeAll(async () => {
    db = await getDb();
    store = createContextStore(db);
  });

  beforeEach(async () => {
    conversation = await seedConversation();
    turn = await conversation.turn();
    folder = await startWorkFolder(turn.slot('A'));
    mkdirSync(join(folder.files, 'src'));
    writeFileSync(join(folder.files, 'src/a.sh'), 'echo a', { mode: 0o755 });
    symlinkSync('src/a.sh', join(folder.files, 'link'));
  });

  /** Stores what the slot has in its folder. */
  async function capture(place: ReturnType<typeof turn.slot>, complete = true): Promise<string> {
    const { files } = (await findWorkFolder(place))!;
    const { index } = await scanFolder(files, null, (blobs) => store.keepBlobs(place, blobs).then(() => {}));
    return (await store.save(place, draft({ files: index.files, complete }), 0)).head.id;
  }

  /** A turn behind an answer from which a person continued. */
  async function continueFrom(contextId: string) {
    const message = uuidv7();
    const parts = JSON.stringify([{ type: 'context', contextId, slot: 'A', answerId: null }]);
    await db.execute(sql`insert into message (id, workspace_id, conversation_id, parent_id, role, parts)
      select ${message}, workspace_id, conversation_id, parent_id, role, ${parts}::jsonb from message where id = ${turn.answerMessageId}`);
    return conversation.turn(message);
  }

  const problemOf = async (place: Place) => (await startWorkFolder(place)).problem;
  const remove = ({ files, baseline }: WorkFolder) => {
    for (const path of [files, baseline]) if (path) rmSync(path, { recursive: true });
  };
  const textIn = ({ files }: WorkFolder, path: string) => readFileSync(join(files, path), 'utf8');

  test('begins empty, and is the same when the run goes on', async () => {
    expect(folder).toMatchObject({ baseline: null, problem: null });
    expect(await startWorkFolder(turn.slot('A'))).toEqual(folder);
  });

  test('is the one before, with what no snapshot keeps', async () => {
    await capture(turn.slot('A'));
    mkdirSync(join(folder.files, 'node_modules'));
    writeFileSync(join(folder.files, 'later.txt'), 'later');
    const next = await startWorkFolder((await conversation.turn(turn.answerMessageId)).slot('A'));
    expect(readdirSync(next.files).sort()).toEqual(['later.txt', 'link', 'node_modules', 'src']);
    expect(next).toMatchObject({ files: folder.files, problem: null });
  });

  test('is restored from the snapshot when the one before is not on this disk', async () => {
    await capture(turn.slot('A'));
    remove(folder);
    const next = await startWorkFolder((await conversation.turn(turn.answerMessageId)).slot('A'));
    expect(next.problem).toBeNull();
    expect(textIn(next, 'src/a.sh')).toBe('echo a');
    expect(readlinkSync(join(next.files, 'link'))).toBe('src/a.sh');
    writeFileSync(join(next.files, 'src/a.sh'), 'echo b');
    const { files } = await compareFolders(next);
    expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual(['same link', 'changed src/a.sh']);
  });

  test('does not go back to an older folder than the snapshot is of', async () => {
    const second = await conversation.turn(turn.answerMessageId);
    const next = await startWorkFolder(second.slot('A'));
    writeFileSync(join(next.files, 'second.txt'), 'second');
    await capture(second.slot('A'));
    // As if the second turn had been made on another machine.
    rmSync(join(next.files, '..', `${second.runId}-A.json`));
    const third = await startWorkFolder((await conversation.turn(second.answerMessageId)).slot('A'));
    expect(textIn(third, 'second.txt')).toBe('second');
    expect(third.baseline).not.toBe(folder.files);
  });

  test('goes on with a newer folder of which there is no snapshot', async () => {
    await capture(turn.slot('A'));
    const second = await conversation.turn(turn.answerMessageId);
    writeFileSync(join((await startWorkFolder(second.slot('A'))).files, 'second.txt'), 'second');
    const third = await startWorkFolder((await conversation.turn(second.answerMessageId)).slot('A'));
    expect(textIn(third, 'second.txt')).toBe('second');
  });

  test('begins for every slot with the files of the snapshot that a person continued from', async () => {
    const id = await capture(turn.slot('A'));
    writeFileSync(join(folder.files, 'src/a.sh'), 'echo later');
    const other = await startWorkFolder(turn.slot('B'));
    writeFileSync(join(other.files, 'b.txt'), 'b');
    await capture(turn.slot('B'));
    const next = await continueFrom(id);
    for (const slot of ['A', 'B']) {
      const restored = await startWorkFolder(next.slot(slot));
      expect(readdirSync(restored.files).sort()).toEqual(['link', 'src']);
      expect(textIn(restored, 'src/a.sh')).toBe('echo a');
    }
    // Behind it, each goes on with its own, whether there is a snapshot of it or not.
    writeFileSync(join((await findWorkFolder(next.slot('B')))!.files, 'own.txt'), 'own');
    const third = await conversation.turn(next.answerMessageId);
    expect(textIn(await startWorkFolder(third.slot('B')), 'own.txt')).toBe('own');
  });

  test.each([
    ['a file is missing', (hash: string) => sql`delete from blob_piece where hash = ${hash}`],
    ['a file is changed', (hash: string) => sql`update blob_piece set bytes = 'echo x' where hash = ${hash}`],
  ])('begins empty when %s, and says so', async (_, damage) => {
    const id = await capture(turn.slot('A'));
    const { files } = await store.load(id);
    const { hash } = files.find(({ path }) => path === 'src/a.sh')!;
    await db.execute(damage(hash!));
    remove(folder);
    const next = await startWorkFolder((await conversation.turn(turn.answerMessageId)).slot('A'));
    expect(next.problem).toContain('The working folder begins empty');
    expect(next.problem).toContain(`The context snapshot ${id} is damaged`);
    expect(readdirSync(next.files)).toEqual([]);
    expect(next.baseline).toBeNull();
    const beside = readdirSync(join(next.files, '..')).filter((name) => !name.endsWith('.json'));
    expect(beside).toEqual([next.files.split('/').at(-1)]);
  });

  test('begins empty when the snapshot is not there any more, and says so', async () => {
    const next = await continueFrom(uuidv7());
    expect(await problemOf(next.slot('A'))).toContain('The working folder begins empty');
  });

  test('says which files were too large to be kept', async () => {
    const place = turn.slot('A');
    const paths = Array.from({ length: 7 }, (_, index) => `${index}.bin`);
    const files = paths.map((path) => ({ path, hash: null, bytes: 2e7, mode: 0o644, kind: 'tooLarge' as const }));
    await store.save(place, draft({ files, complete: true }), 0);
    remove(folder);
    expect(await problemOf((await conversation.turn(turn.answerMessageId)).slot('A'))).toBe(
      'Files too large to be kept are not in the working folder: 0.bin, 1.bin, 2.bin, 3.bin, 4.bin and 2 more.',
    );
  });
});
