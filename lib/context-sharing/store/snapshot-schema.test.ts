import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { ContextItem } from '../context';
import { createContextStore } from './context-store';
import { draft, removedFile, textFile, toolItem } from './testing/drafts';
import { seedConversation } from './testing/seed-conversation';

const DOCS = join(import.meta.dirname, '../../../docs');
const schema = JSON.parse(readFileSync(join(DOCS, 'context-snapshot.schema.json'), 'utf8'));
const manifestSchema = z.fromJSONSchema(schema);
const itemsSchema = z.fromJSONSchema({
  $schema: schema.$schema,
  $ref: '#/$defs/items',
  $defs: schema.$defs,
});

type Json = Record<string, any>;

/** Each object inside the value, with one field left out at a time; `arguments` of tools are free. */
function* withoutOne(value: unknown, path = ''): Generator<{ without: string; value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}/${key}`;
    const put = (changed: unknown) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...(value as Json), [key]: changed };
    if (!Array.isArray(value)) {
      const { [key]: _, ...rest } = value as Json;
      yield { without: at, value: rest };
    }
    if (key === 'arguments') continue;
    for (const less of withoutOne(inner, at)) yield { without: less.without, value: put(less.value) };
  }
}

describe('docs/context-snapshot.schema.json', () => {
  useTestDatabase();
  let first: Json;
  let second: Json;
  let items: unknown[];

  beforeAll(async () => {
    const store = createContextStore(await getDb());
    const { turn } = await seedConversation();
    const slot = (await turn()).slot('A');
    const done: ContextItem[] = [
      { kind: 'text', text: 'x' },
      toolItem('t1', 'ok'),
      { ...toolItem('t2', ''), server: 'files', result: null, tookMs: null } as ContextItem,
      { kind: 'note', noteId: 'A-n1', to: ['B'], text: 'n' },
      { kind: 'note', noteId: 'A-n2', to: null, text: 'n' },
      { kind: 'answer', answerId: 'A.1', content: 'c' },
    ];
    const link = { ...textFile('l', 'a').file, kind: 'link' as const };
    const large = { path: 'z', hash: null, bytes: 20_000_000, mode: 0o755, kind: 'tooLarge' as const };
    const files = [large, textFile('a', '1').file, removedFile('b'), link];
    const plan = [{ id: '1', text: 'Write', status: 'in_progress' as const }];
    const one = await store.save(slot, draft({ kind: 'answer', answerId: 'A.1', items: done, files, plan }), 0);
    const usage = { ...draft().usage, costUsd: null };
    const two = await store.save(slot, draft({ parent: one.head, seq: 2, complete: true, usage }), 0);
    const read = async (hash: string) => JSON.parse(String(await store.blob(hash, one.head.id)));
    first = await read(one.head.hash);
    second = await read(two.head.hash);
    items = await read(first.items.hash);
  });

  it('describes what is stored', () => {
    expect(second).toMatchObject({ items: null, complete: true, parentHash: expect.any(String) });
    for (const manifest of [first, second]) manifestSchema.parse(manifest);
    expect(items).toHaveLength(6);
    itemsSchema.parse(items);
  });

  it('refuses a manifest in which a field is missing', () => {
    const fields = [...withoutOne(first)];
    expect(fields.length).toBeGreaterThan(40);
    for (const { without, value } of fields) {
      expect(manifestSchema.safeParse(value).success, `without ${without}`).toBe(false);
    }
  });

  it('refuses items in which a field is missing, but for the one that may be', () => {
    for (const { without, value } of withoutOne(items)) {
      expect(itemsSchema.safeParse(value).success, `without ${without}`).toBe(without.endsWith('/server'));
    }
  });

  it('refuses fields that it does not know, and hashes that are none', () => {
    for (const change of [{ more: 1 }, { parentHash: 'abc' }, { version: 2 }, { seq: 1.5 }, { kind: 'other' }]) {
      expect(manifestSchema.safeParse({ ...first, ...change }).success).toBe(false);
    }
  });

  it('has examples that it describes', () => {
    for (const example of schema.examples) manifestSchema.parse(example);
    for (const example of schema.$defs.items.examples) itemsSchema.parse(example);
  });
});
