import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionStore } from '@anthropic-ai/claude-agent-sdk';
import { describe, expect, it, vi } from 'vitest';
import { readAgentSession } from '@/db/queries/agent-sessions/read-agent-session';
import { selectAgentSessions } from '@/db/queries/agent-sessions/select-agent-sessions';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { PromptMessage, RequestParts } from '@/lib/protocol/prompt-message';
import { workFolderSource as workFolders } from '@/lib/runtime/work-folder-source';
import { AgentSession, type EarlierSession } from './agent-session';
import { findEarlierSession } from './find-earlier-session';
import { entryKey } from './message-content';
import { turnKey } from './turn-key';

// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();

const user = (text: string): PromptMessage => ({ role: 'user', parts: [{ type: 'text', text }] });
const result = (tool: string): PromptMessage => ({ role: 'tool', toolCallId: tool, tool, result: 'r', isError: false });
const parts: RequestParts = { system: 's', earlier: [], input: user('Why?'), since: [user('News.')] };
const told = toldParts(parts.since).map(entryKey);

/** In the database's folder for data, which goes with it. */
const newFolder = () => mkdtempSync(join(process.env.DATA_DIR ?? '', 'config-'));

async function place() {
  const { conversationId, runId } = await seedRun(await seedPerson(), storedTeam(testTeam()));
  const where = { conversationId, slot: 'A', fingerprint: 'f' };
  const stored = () => selectAgentSessions(conversationId, 'A', 'f');
  return { where, stored, knows: { turn: turnKey(parts), runId, told }, conversationId, runId };
}

function storeOf(session: AgentSession): { store: SessionStore; id: string } {
  const { sessionStore, sessionId, resume } = session.options;
  if (!sessionStore) throw new Error('There is no store.');
  return { store: sessionStore, id: sessionId ?? resume ?? '' };
}

function append(session: AgentSession, text: string): Promise<void> {
  const { store, id } = storeOf(session);
  return store.append({ projectKey: 'p', sessionId: id }, [{ type: 'user', text }]);
}

describe('the session of a process', () => {
  it('is stored when a turn has ended, with what the process knows, and unpacked for the next one', async () => {
    const { where, stored, knows, conversationId, runId } = await place();
    const session = new AgentSession(where, null, newFolder());
    await append(session, 'one');
    await storeOf(session).store.append({ projectKey: 'p', sessionId: 'x', subpath: 'agents/a' }, [{ type: 'user' }]);
    expect(await stored()).toEqual([]);
    session.turnEnded(knows);
    await vi.waitFor(async () => expect(await stored()).toMatchObject([{ ...knows, entries: 1 }]));
    await append(session, 'of a turn that is cut off');

    const found = await findEarlierSession(where, runId, { id: conversationId, parts, workFolders });
    expect(found).toMatchObject({ knows: told.length, session: { entries: ['{"type":"user","text":"one"}'] } });
    const config = newFolder();
    const next = new AgentSession(where, found!.session, config);
    const { store, id } = storeOf(next);
    expect(next.options.resume).toBe(id);
    expect(await store.load({ projectKey: 'p', sessionId: id })).toBeNull();
    const file = join(config, 'projects/p', `${id}.jsonl`);
    expect(readFileSync(file, 'utf8')).toBe('{"type":"user","text":"one"}\n');

    await append(next, 'two');
    next.turnEnded(knows);
    await vi.waitFor(async () => expect(await stored()).toMatchObject([{ entries: 2 }]));
    // The first one has been overtaken: what it would add belongs to another course of the conversation.
    session.turnEnded(knows);
    const last = new AgentSession(where, null, newFolder());
    await append(last, 'another');
    last.turnEnded(knows);
    await vi.waitFor(async () => expect(await stored()).toHaveLength(2));
    expect(await readAgentSession(id, 10)).toEqual(['{"type":"user","text":"one"}', '{"type":"user","text":"two"}']);
  });

  it('is dropped when it grows too large', async () => {
    const { where, stored, knows } = await place();
    const session = new AgentSession(where, null, newFolder());
    await append(session, 'small');
    session.turnEnded(knows);
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
    await append(session, 'x'.repeat(20_000_000));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
    session.turnEnded(knows);
    await append(session, 'small again');
    session.turnEnded(knows);
    expect(await stored()).toEqual([]);
  });

  it('is not tried again when Claude Code could not go on with it', async () => {
    const { where, stored, knows } = await place();
    const session = new AgentSession(where, null, newFolder());
    await append(session, 'one');
    session.turnEnded(knows);
    session.failed();
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
    const [record] = await stored();
    const earlier: EarlierSession = { id: record!.id, bytes: 1, entries: ['{}'] };
    new AgentSession(where, earlier, newFolder()).failed();
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('is gone on with only where it knows the beginning and nothing else has happened', async () => {
    const { where, stored, knows, conversationId: id, runId } = await place();
    const session = new AgentSession(where, null, newFolder());
    await append(session, 'one');
    session.turnEnded(knows);
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
    const knowledge = async (run: string, next: RequestParts, continuedFrom: string | null = null) =>
      (await findEarlierSession(where, run, { id, parts: next, continuedFrom, workFolders }))?.knows ?? null;
    const later = (...more: PromptMessage[]) => ({ ...parts, since: [...parts.since, ...more] });
    expect(await knowledge(runId, later(result('vote'), user('Act again.')))).toBe(1);
    expect(await knowledge(runId, later(result('Bash')))).toBeNull();
    expect(await knowledge(runId, { ...parts, since: [user('Other news.')] })).toBeNull();
    expect(await knowledge(runId, { ...parts, input: user('Why not?') })).toBeNull();
    const answer: PromptMessage = { role: 'assistant', text: 'So.', toolCalls: [] };
    const next = { ...parts, earlier: [parts.input, answer], input: user('And then?'), since: [] };
    const other = '01890000-0000-7000-8000-000000000000';
    expect(await knowledge(other, next)).toBe('earlier turns');
    expect(await knowledge(other, next, 'a-snapshot')).toBeNull();
    // The same question once more: the session has already answered it.
    expect(await knowledge(other, parts)).toBeNull();
  });
});
