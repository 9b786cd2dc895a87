import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { getDb } from '../../client';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import { removeConversation } from '../conversations/remove-conversation';
import { deleteAgentSession } from './delete-agent-session';
import { readAgentSession } from './read-agent-session';
import { selectAgentSessions } from './select-agent-sessions';
import { type AgentSessionTurn, storeAgentSession } from './store-agent-session';

describe.each(testDatabaseKinds())('sessions of agents (%s)', (kind) => {
  useTestDatabase(kind);

  async function place() {
    const person = await seedPerson();
    const { conversationId, runId } = await seedRun(person, storedTeam(testTeam()));
    const turn = (more: Partial<AgentSessionTurn> = {}): AgentSessionTurn => ({
      id: uuidv7(),
      conversationId,
      slot: 'A',
      fingerprint: 'f',
      turn: 't1',
      runId,
      told: ['k1'],
      from: 0,
      entries: ['{"type":"user"}', '{"type":"assistant"}'],
      bytes: 35,
      ...more,
    });
    return { person, conversationId, runId, turn };
  }

  it('grow by whole turns, in order, however much a turn says', async () => {
    const { conversationId, runId, turn } = await place();
    const first = turn();
    expect(await storeAgentSession(first)).toBe(true);
    const long = Array.from({ length: 7 }, (_, i) => JSON.stringify({ i, text: '\u0000'.repeat(30_000) }));
    expect(await storeAgentSession({ ...first, turn: 't2', told: [], from: 2, entries: long, bytes: 9 })).toBe(true);
    expect(await selectAgentSessions(conversationId, 'A', 'f')).toEqual([
      { id: first.id, turn: 't2', runId, told: [], entries: 9, bytes: 9 },
    ]);
    expect(await readAgentSession(first.id, 9)).toEqual([...first.entries, ...long]);
    expect(await selectAgentSessions(conversationId, 'B', 'f')).toEqual([]);
    expect(await selectAgentSessions(conversationId, 'A', 'g')).toEqual([]);
  });

  it('are not mixed when two processes go on with the same one', async () => {
    const { turn } = await place();
    const first = turn();
    await storeAgentSession(first);
    const next = { ...first, from: 2, entries: ['{"of":1}'] };
    const results = await Promise.all([storeAgentSession(next), storeAgentSession({ ...next, entries: ['{"of":2}'] })]);
    expect(results.sort()).toEqual([false, true]);
    expect(await storeAgentSession(first)).toBe(false);
    expect(await readAgentSession(first.id, 10)).toHaveLength(3);
  });

  it('are the two newest of a slot', async () => {
    const { conversationId, turn } = await place();
    const other = turn({ slot: 'B' });
    await storeAgentSession(other);
    const ids = [turn(), turn(), turn()];
    for (const one of ids) await storeAgentSession(one);
    const kept = await selectAgentSessions(conversationId, 'A', 'f');
    expect(kept.map(({ id }) => id).sort()).toEqual([ids[1]!.id, ids[2]!.id]);
    expect(await readAgentSession(ids[0]!.id, 2)).toEqual([]);
    expect(await selectAgentSessions(conversationId, 'B', 'f')).toHaveLength(1);
    await deleteAgentSession(other.id);
    expect(await selectAgentSessions(conversationId, 'B', 'f')).toEqual([]);
  });

  it('go with their conversation, and none is stored for one that is gone', async () => {
    const { person, conversationId, turn } = await place();
    const first = turn();
    await storeAgentSession(first);
    expect(await removeConversation(person, conversationId)).toBeTruthy();
    expect(await selectAgentSessions(conversationId, 'A', 'f')).toEqual([]);
    expect(await storeAgentSession({ ...first, from: 2 })).toBe(false);
    expect(await storeAgentSession(turn())).toBe(false);
    const { rows } = await (await getDb()).execute(
      sql`select 1 from agent_session_entry where session_id = ${first.id}`,
    );
    expect(rows).toEqual([]);
  });
});
