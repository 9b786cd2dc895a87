import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { AgentCall, AgentEvent } from '@/lib/agents/backend';
import type { Team } from '@/lib/protocol/team';
import { createScriptedBackend, type ScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { teamScript } from './testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine } from './testing/test-engine';
import { storedTeam, testTeam } from './testing/test-team';

describe('replies that a limit has cut', () => {
  useTestDatabase();
  let db: Db;
  let engine: TestEngine | null = null;

  beforeAll(async () => {
    db = await getDb();
  });

  afterEach(async () => {
    await engine?.stop();
    expect(engine?.reports).toEqual([]);
    engine = null;
  });

  /** A model whose replies `spoil` replaces; it plays as usual where that says nothing. */
  function model(spoil: (call: AgentCall) => AgentEvent[] | null): ScriptedBackend {
    const usual = createScriptedBackend({ type: 'cut', script: teamScript(1) });
    async function* call(request: AgentCall, signal: AbortSignal): AsyncGenerator<AgentEvent> {
      const events = spoil(request);
      if (!events) return yield* usual.call(request, signal);
      usual.calls.push(request);
      yield* events;
    }
    return { ...usual, call };
  }

  async function run(backend: ScriptedBackend, team: Team) {
    engine = createTestEngine(db, [backend, createScriptedBackend({ script: teamScript(1) })]);
    await engine.start();
    const { runId } = await seedRun(await seedPerson(), storedTeam(team));
    engine.submitted();
    return eventsOf(await streamText(engine, runId));
  }

  const team = (agents: number) => testTeam({ agents, backends: ['cut'], coordination: { presenter: 'A' } });
  const LENGTH: AgentEvent = { type: 'done', reason: 'length', said: 'max_tokens' };
  const isPresenting = ({ toolChoice }: AgentCall) => toolChoice === 'none';
  const textOf = (call: AgentCall) => JSON.stringify(call.messages);

  test('P14: a tool call that the limit always cuts is told three times, in words, and then the agent is out', async () => {
    const spoiled = model((call) =>
      isPresenting(call)
        ? null
        : [
            { type: 'tool', toolCallId: 't', tool: 'new_answer', arguments: '{"content":"The fir', isCut: true },
            LENGTH,
          ],
    );
    const events = await run(spoiled, team(2));
    expect(spoiled.calls).toHaveLength(3);
    expect(textOf(spoiled.calls[1]!)).toContain('limit on its length inside new_answer');
    expect(events.find(({ type }) => type === 'agent.failed')).toMatchObject({
      slot: 'A',
      retryable: false,
      error: { code: 'output_limit', message: expect.stringContaining('max_tokens') },
    });
    expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  });

  test('P18: a presentation that stays cut gives way to the whole answer', async () => {
    const spoiled = model((call) => (isPresenting(call) ? [{ type: 'text', text: 'Half' }, LENGTH] : null));
    const events = await run(spoiled, team(2));
    expect(spoiled.calls.filter(isPresenting)).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ type: 'run.finished', presented: false });
    expect(events.at(-1)).toMatchObject({ final: expect.not.stringContaining('Half') });
  });

  test('P18: of a team of one it stands, and says that it is cut', async () => {
    const spoiled = model(() => [{ type: 'text', text: 'Half. ' }, LENGTH]);
    const events = await run(spoiled, team(1));
    expect(events.at(-1)).toMatchObject({
      type: 'run.finished',
      final: 'Half. Half. Half.',
      cut: expect.stringContaining('max_tokens'),
    });
  });

  test('P18: a reply without a word of the answer is a failure that names the limit', async () => {
    const events = await run(
      model(() => [{ type: 'reasoning', text: 'Hm.' }, LENGTH]),
      team(1),
    );
    expect(events.at(-1)).toMatchObject({
      type: 'run.failed',
      error: { message: expect.stringContaining('max_tokens') },
    });
  });

  test('a call that the server left in the text counts, and stands there in later requests', async () => {
    const text = '<tool_call>\n{"name": "new_answer", "arguments": {"content": "Green."}}\n</tool_call>';
    let told = false;
    const spoiled = model((call) => {
      if (isPresenting(call) || told) return null;
      told = true;
      return [
        { type: 'text', text },
        { type: 'done', reason: 'stop' },
      ];
    });
    const events = await run(spoiled, team(2));
    expect(events).toContainEqual(expect.objectContaining({ type: 'answer.posted', slot: 'A', content: 'Green.' }));
    const next = spoiled.calls[1]!.messages;
    expect(next).toContainEqual({ role: 'assistant', text, toolCalls: [] });
    expect(JSON.stringify(next)).toContain('[new_answer] Published as A.1.');
  });
});
