import { describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { textsOf } from '@/lib/protocol/prompt-message';
import type { AttachmentSource } from '../attachment-source';
import { createScriptedBackend } from '../testing/scripted-backend';
import { seedPerson, seedRun } from '../testing/seed-run';
import { teamScript } from '../testing/team-script';
import { createTestEngine, eventsOf, streamText } from '../testing/test-engine';
import { storedTeam, testTeam } from '../testing/test-team';

/** Says which files it was asked for. */
const source: AttachmentSource = {
  give: async (_, attachments) =>
    attachments.map(({ id, name }) => ({
      delivered: { id, name, as: 'text' },
      parts: [{ type: 'text', text: `Content of ${name}` }],
    })),
};

function told({ messages }: AgentCall): string[] {
  return messages.flatMap((message) => (message.role === 'user' ? textsOf(message.parts) : []));
}

describe('attachments in a run', () => {
  useTestDatabase();

  test('every request has them, those of earlier turns too; the receipt is written once a slot', async () => {
    const person = await seedPerson();
    const actor = { ...person, email: '', name: '', role: 'member', via: { kind: 'apiKey', apiKeyId: '' } } as const;
    const files: AttachmentRef[] = [];
    for (const name of ['first.txt', 'second.txt']) {
      files.push(await uploadAttachment(actor, { name, bytes: Buffer.from(name) }));
    }
    const backend = createScriptedBackend({ script: teamScript(3) });
    const engine = createTestEngine(await getDb(), [backend], { attachments: source });
    await engine.start();
    const team = storedTeam(testTeam({ agents: 2 }));
    const first = await seedRun(person, team, { attachmentIds: [files[0]!.id] });
    engine.submitted();
    await streamText(engine, first.runId);
    const place = { conversationId: first.conversationId, parentMessageId: first.answerMessageId };
    const second = await seedRun(person, team, { ...place, input: '', attachmentIds: [files[1]!.id] });
    engine.submitted();
    const events = eventsOf(await streamText(engine, second.runId));
    await engine.stop();

    expect(engine.reports).toEqual([]);
    const [started] = events;
    expect(started).toMatchObject({ type: 'run.started', attachments: [{ id: files[1]!.id, name: 'second.txt' }] });
    const receipts = events.filter((event) => event.type === 'attachments.delivered');
    expect(receipts.map(({ slot }) => slot).sort()).toEqual(['A', 'B']);
    for (const { items } of receipts) expect(items.map(({ name }) => name)).toEqual(['first.txt', 'second.txt']);
    const calls = backend.calls.filter(({ runId }) => runId === second.runId);
    expect(calls.length).toBeGreaterThan(2);
    for (const call of calls) {
      const texts = told(call);
      const at = (text: string) => texts.findIndex((entry) => entry.startsWith(text));
      expect(at('Content of first.txt')).toBe(0);
      expect(at('Content of second.txt')).toBeGreaterThan(at('What is best?'));
      expect(at('The person wrote no question.')).toBe(at('Content of second.txt') + 1);
    }
  });
});
