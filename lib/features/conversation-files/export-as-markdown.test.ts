import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { updateConversation } from '@/lib/features/conversations/update-conversation';
import { exportAsMarkdown } from './export-conversation';
import { seedConversationFile } from './testing/seed-conversation-file';

describe.each(testDatabaseKinds())('files of conversations on %s', { timeout: 60_000 }, (kind) => {
  useTestDatabase(kind);

  it('as Markdown show the branch, the votes and the reasons', async () => {
    const { person, place } = await seedConversationFile();
    const { content } = await exportAsMarkdown(person, place.conversationId, 'answers');
    const text = await new Response(content).text();
    expect(text).toContain('# About marker');
    expect(text).toContain('marker question');
    expect(text).toContain('marker.txt');
    expect(text).toMatch(/2 messages in other branches/);
  });

  it('as Markdown show the branch that whoever exports is shown', async () => {
    const { person, place, first } = await seedConversationFile();
    await updateConversation(person, place.conversationId, { activeLeafId: first.answerMessageId });
    const { content } = await exportAsMarkdown(person, place.conversationId, 'final');
    expect(await new Response(content).text()).not.toContain('marker question');
  });

  it('of a simulation say so, with their runs and without', async () => {
    const { person, place } = await seedConversationFile();
    for (const [backend, times] of [
      ['demo', 2],
      ['openai', 0],
    ] as const) {
      const agents = JSON.stringify([{ slot: 'A', backend: { type: backend, model: 'x' } }]);
      await (await getDb()).execute(sql`update run set team = jsonb_set(team, '{agents}', ${agents}::jsonb)`);
      const { content } = await exportAsMarkdown(person, place.conversationId, 'final');
      expect((await new Response(content).text()).split('A simulation: no language model was asked.')).toHaveLength(
        times + 1,
      );
    }
  });
});
