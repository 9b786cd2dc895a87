import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { removeConversation } from '@/db/queries/conversations/remove-conversation';
import { saveReading } from '@/db/queries/conversations/save-reading';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { followConversations } from './follow-conversations';

describe.each(testDatabaseKinds())('events of the list (%s)', (kind) => {
  useTestDatabase(kind);
  type Person = Awaited<ReturnType<typeof insertPerson>>;
  let owner: Person;
  let viewer: Person;
  let stranger: Person;
  const streams: { told: string; cancel: () => Promise<void> }[] = [];
  const all: Record<string, { told: string }> = {};

  async function follow({ userId }: Person) {
    const apiKeyId = await insertApiKey({ userId, name: 'Test', hash: hashApiKey(userId), prefix: 'mg_' } as never);
    const actor = {
      userId,
      email: '',
      name: '',
      role: 'member',
      via: { kind: 'apiKey', apiKeyId },
    } as unknown as Actor;
    const reader = (await followConversations(actor)).getReader();
    const heard = { told: '', cancel: () => reader.cancel() };
    streams.push(heard);
    const read = async (): Promise<void> => {
      const { value, done } = await reader.read();
      if (done) return;
      heard.told += new TextDecoder().decode(value);
      return read();
    };
    void read();
    return heard;
  }

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    all.owner = await follow(owner);
    all.viewer = await follow(viewer);
    all.stranger = await follow(stranger);
  });
  afterAll(() => Promise.all(streams.map(({ cancel }) => cancel())));

  it('tell who may see it of what is made, shown, read and deleted, and nobody else', async () => {
    const values = { workspaceId: owner.workspaceId, title: 'Made', visibility: 'private' as const, labels: [] };
    const id = (await insertConversation(owner, values))?.id ?? '';
    await expect.poll(() => all.owner?.told, { timeout: 10_000 }).toContain('"title":"Made"');
    expect(all.viewer?.told).not.toContain(id);

    await changeConversation(owner, id, { visibility: 'workspace' });
    await expect.poll(() => all.viewer?.told, { timeout: 10_000 }).toContain('"title":"Made"');

    const before = all.owner?.told;
    await saveReading(viewer, id, { pinned: true });
    await expect.poll(() => all.viewer?.told, { timeout: 10_000 }).toContain('"pinned":true');
    expect(all.owner?.told).toBe(before);

    await changeConversation(owner, id, { visibility: 'private' });
    await expect
      .poll(() => all.viewer?.told, { timeout: 10_000 })
      .toContain(`data: ${JSON.stringify({ type: 'conversation.removed', id })}`);
    await removeConversation(owner, id);
    await expect.poll(() => all.owner?.told, { timeout: 10_000 }).toContain('conversation.removed');
    expect(all.stranger?.told).not.toContain('conversation.');
  });
});
