import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { AgentCall } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { Team } from '@/lib/protocol/team';
import { charactersOf } from '../call/request-size';
import { createScriptedBackend, type ScriptedBackend, type ScriptedStep } from '../testing/scripted-backend';
import { seedHistory } from '../testing/seed-history';
import { type Person, type SeededRun, seedPerson, seedRun } from '../testing/seed-run';
import { ballotOf } from '../testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '../testing/test-engine';
import { storedTeam, testTeam } from '../testing/test-team';

const EAST_ASIAN = /[\u2e80-\uffff]/g;
/** As tokenizers count: four characters, but one of Chinese, Japanese or Korean. */
const tokensOf = (call: AgentCall) => {
  const text = JSON.stringify(call.messages);
  const wide = text.match(EAST_ASIAN)?.length ?? 0;
  return wide + (charactersOf(call.messages, call.tools) - wide) / 4;
};
const textOf = ({ messages }: AgentCall) => JSON.stringify(messages);
const isSummary = ({ messages }: AgentCall) => textOf({ messages } as AgentCall).includes('You condense the beginning');
const wordIn = (text: string) => /code word is (\w+)/.exec(text)?.[1] ?? 'unknown';

/** Summarises what it is given, answers from what it is given, then votes for the first. */
function reader(more: (call: AgentCall) => ScriptedStep | null = () => null) {
  return (call: AgentCall): ScriptedStep => {
    const word = wordIn(textOf(call));
    if (isSummary(call)) return { text: [`Long talk. The code word is ${word}.`] };
    const own = more(call);
    if (own) return own;
    if (call.toolChoice === 'none') return { text: [`It is ${word}.`] };
    const [choice] = ballotOf(call).sort();
    if (choice && ballotOf(call).some((id) => id.startsWith(call.slot)))
      return { tools: [{ tool: 'vote', arguments: { answer_id: choice, reason: 'It is right.' } }] };
    return { tools: [{ tool: 'new_answer', arguments: { content: `${call.slot} says: ${word}` } }] };
  };
}

type Condensed = Extract<RunEvent, { type: 'context.condensed' }>;
const condensedIn = (events: RunEvent[]) =>
  events.filter((event): event is Condensed => event.type === 'context.condensed');
const summariesIn = (events: RunEvent[]) => events.filter(({ type }) => type === 'history.summarised');

describe('requests that fit', () => {
  useTestDatabase();
  let db: Db;
  let engine: TestEngine | null = null;
  let person: Person;

  beforeAll(async () => {
    db = await getDb();
    person = await seedPerson();
  });
  afterEach(async () => {
    await engine?.stop();
    expect(engine?.reports).toEqual([]);
    engine = null;
  });

  async function play(backends: ScriptedBackend[], seeded: SeededRun) {
    if (!engine) {
      engine = createTestEngine(db, backends);
      await engine.start();
    } else engine.submitted();
    const events = eventsOf(await streamText(engine, seeded.runId));
    return { events, state: fold(seeded.runId, events) };
  }

  const ask = (team: Team, more: Parameters<typeof seedRun>[2] = {}) => seedRun(person, storedTeam(team), more);

  const pad = (unit: string) => (turn: number, role: string) =>
    `${turn === 1 && role === 'user' ? 'The code word is zebra. ' : ''}${role} of turn ${turn}: ${unit.repeat(Math.ceil(970 / unit.length))}`;

  test.each([
    ['English', 'some words of a long talk, '],
    ['Japanese', '条件が満たされたときだけ実行されます。'],
  ])(
    'a conversation of 200 turns in %s goes on with a window of 8k, and its first turn is known',
    async (_name, unit) => {
      const small = createScriptedBackend({ contextWindow: 8_192, script: reader() });
      const team = testTeam({ agents: 2 });
      const seeded = await ask(team, { input: 'What is the code word?' });
      await seedHistory(db, seeded, 200, pad(unit));
      const { events, state } = await play([small], seeded);
      expect(state.status).toBe('finished');
      expect(state.final?.text).toBe('It is zebra.');
      expect(state.answers.map(({ content }) => content).sort()).toEqual(['A says: zebra', 'B says: zebra']);
      for (const call of small.calls) expect(tokensOf(call)).toBeLessThanOrEqual(8_192);
      expect(condensedIn(events)[0]).toMatchObject({
        window: 8_192,
        windowFrom: 'catalogue',
        turns: expect.any(Number),
      });
      expect(condensedIn(events)[0]?.turns).toBeGreaterThan(150);
      // One summary serves all, and is paid for like any request.
      expect(summariesIn(events)).toHaveLength(1);
      expect(summariesIn(events)[0]).toMatchObject({ by: { type: 'scripted', model: 'scripted' } });
      const summaries = small.calls.filter(isSummary).length;
      expect(summaries).toBeGreaterThan(0);
      expect(state.usageBy.reduce((sum, { requests }) => sum + requests, 0)).toBe(small.calls.length);
      // What was asked in this turn stands whole, and the last turn too.
      for (const call of small.calls.filter((each) => !isSummary(each))) {
        expect(textOf(call)).toContain('What is the code word?');
        expect(textOf(call)).toContain('assistant of turn 200');
      }

      const next = await ask(team, {
        input: 'Once more?',
        conversationId: seeded.conversationId,
        parentMessageId: seeded.answerMessageId,
      });
      const second = await play([small], next);
      expect(second.state.final?.text).toBe('It is zebra.');
      expect(summariesIn(second.events)).toMatchObject([
        { by: { type: 'scripted' }, text: 'Long talk. The code word is zebra.' },
      ]);
      expect(small.calls.filter(isSummary)).toHaveLength(summaries);
    },
  );

  test('with 200k nothing of it is condensed', async () => {
    const large = createScriptedBackend({ contextWindow: 200_000, script: reader() });
    const team = testTeam({ agents: 2 });
    const seeded = await ask(team, { input: 'What is the code word?' });
    const text = pad('some words of a long talk, ');
    await seedHistory(db, seeded, 200, text);
    const { events } = await play([large], seeded);
    expect([...condensedIn(events), ...summariesIn(events)]).toEqual([]);
    for (const { messages, tools } of large.calls) {
      expect(tools.map(({ name }) => name)).not.toContain('read_more');
      expect(messages).toHaveLength(
        messages.findLastIndex(({ role }) => role === 'system') + 1 + 401 + (messages.length - 402),
      );
      expect(messages.slice(1, 401)).toEqual(
        Array.from({ length: 400 }, (_, index) => {
          const role = index % 2 === 0 ? 'user' : 'assistant';
          const said = text(Math.floor(index / 2) + 1, role);
          return role === 'user'
            ? { role, parts: [{ type: 'text', text: said }] }
            : { role, text: said, toolCalls: [] };
        }),
      );
    }
  });

  test('an answer of 400 KB reaches readers of three windows, each as far as it can', async () => {
    const long = `begins ${'lines of an answer. '.repeat(20_000)}ends`;
    const windows = { small: 8_192, middle: 65_536, large: 400_000 };
    const backends = Object.entries(windows).map(([type, contextWindow]) =>
      createScriptedBackend({ type, contextWindow, script: reader() }),
    );
    const writer = createScriptedBackend({
      type: 'writer',
      contextWindow: 1_000_000,
      script: (call) =>
        call.tools.some(({ name }) => name === 'vote') || call.toolChoice === 'none'
          ? reader()(call)
          : { tools: [{ tool: 'new_answer', arguments: { content: long } }] },
    });
    const team = testTeam({ agents: 4, backends: ['writer', 'small', 'middle', 'large'] });
    const { state, events } = await play([writer, ...backends], await ask(team));
    expect(state.status).toBe('finished');
    expect(state.votes.filter(({ voidBecause }) => voidBecause === null)).toHaveLength(4);
    for (const [index, backend] of backends.entries()) {
      const window = Object.values(windows)[index] ?? 0;
      for (const call of backend.calls) expect(tokensOf(call)).toBeLessThanOrEqual(window);
      const told = backend.calls.filter((call) => textOf(call).includes('A.1')).map(textOf);
      expect(told.length).toBeGreaterThan(0);
      for (const text of told) expect(text).toMatch(/begins lines[\s\S]*ends/);
      expect(told.some((text) => text.includes(long))).toBe(window === windows.large);
    }
    const cut = condensedIn(events).filter(({ slot }) => slot === 'B');
    expect(cut[0]?.cut[0]).toMatchObject({ what: 'answer A.1', characters: long.length });
  });

  test('read_more gives what was left out', async () => {
    const long = `begins ${'lines of an answer. '.repeat(3_000)} the code word is walrus ${'more of it. '.repeat(3_000)}`;
    const read: string[] = [];
    let word = '';
    const script = reader((call) => {
      const text = textOf(call);
      word ||= /code word is walrus/.test(text) ? 'walrus' : '';
      const next = [...text.matchAll(/read_more \{\\"source\\": \\"A\.1\\", \\"offset\\": (\d+)\}/g)].at(-1)?.[1];
      if (word !== '' || next === undefined || call.toolChoice === 'none') return null;
      read.push(next);
      return { tools: [{ tool: 'read_more', arguments: { source: 'A.1', offset: Number(next) } }] };
    });
    const small = createScriptedBackend({ type: 'small', contextWindow: 16_000, script });
    const writer = createScriptedBackend({
      type: 'writer',
      contextWindow: 1_000_000,
      script: (call) =>
        call.tools.some(({ name }) => name === 'vote') || call.toolChoice === 'none'
          ? reader()(call)
          : { tools: [{ tool: 'new_answer', arguments: { content: long } }] },
    });
    const team = testTeam({ agents: 2, backends: ['writer', 'small'], limits: { stepsPerCall: 60 } });
    const { state } = await play([writer, small], await ask(team));
    expect(state.status).toBe('finished');
    expect(read.length).toBeGreaterThan(2);
    expect(new Set(read).size).toBe(read.length);
    expect(word).toBe('walrus');
    for (const call of small.calls) expect(tokensOf(call)).toBeLessThanOrEqual(16_000);
  });

  test('a question that is too long for one model is said at that agent; the others go on', async () => {
    const small = createScriptedBackend({ type: 'small', contextWindow: 8_192, script: reader() });
    const large = createScriptedBackend({ type: 'large', contextWindow: 200_000, script: reader() });
    const team = testTeam({ agents: 3, backends: ['small', 'large', 'large'] });
    const { state } = await play([small, large], await ask(team, { input: 'A long question. '.repeat(18_000) }));
    expect(state.status).toBe('finished');
    expect(small.calls).toEqual([]);
    expect(state.slots[0]).toMatchObject({ out: 'quarantined', lastError: { code: 'context_too_long' } });
    expect(state.slots[0]?.lastError?.message).toMatch(
      /^The question is too long for scripted: about \d+,\d00 tokens, of 8,192 that it takes .* Shorten the question, or give this agent a model with a larger context window\.$/,
    );
    expect(state.final?.presented).toBe(true);
  });

  const refuse = (message: string) => ({ error: new BackendError('context_too_long', message) });

  test.each([
    [
      'names its limit',
      "This model's maximum context length is 3400 tokens. However, your messages resulted in 4500 tokens.",
    ],
    ['names none', 'Your input exceeds the context window of this model.'],
  ])('a refusal that %s is answered by a shorter request, and is no failure', async (_name, message) => {
    let refused = 0;
    const script = reader((call) => {
      if (tokensOf(call) <= 2_500) return null;
      refused += 1;
      return refuse(message);
    });
    const server = createScriptedBackend({ contextWindow: 12_000, script });
    const team = testTeam({ agents: 2 });
    const seeded = await ask(team, { input: 'What is the code word?' });
    await seedHistory(db, seeded, 60, pad('some words of a long talk, '));
    const { state, events } = await play([server], seeded);
    expect(state.status).toBe('finished');
    expect(state.final?.text).toBe('It is zebra.');
    expect(events.filter(({ type }) => type === 'agent.failed')).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(condensedIn(events).some(({ windowFrom }) => windowFrom === 'refusal')).toBe(message.includes('3400'));
  });

  test('a refusal that leaves no room for the question keeps the provider’s words beside ours', async () => {
    const words = 'This model’s maximum context length is 4096 tokens.';
    const server = createScriptedBackend({ type: 'never', contextWindow: 12_000, script: () => refuse(words) });
    const other = createScriptedBackend({ script: reader() });
    const team = testTeam({ agents: 2, backends: ['never'] });
    const { state } = await play([server, other], await ask(team, { input: 'A question of some words. '.repeat(400) }));
    expect(state.slots[0]?.lastError?.message).toMatch(
      /^This model’s maximum context length is 4096 tokens\. The question/,
    );
    expect(server.calls).toHaveLength(1);
  });

  test('one that stays refused is a failure in the provider’s words', async () => {
    const server = createScriptedBackend({
      type: 'never',
      contextWindow: 12_000,
      script: () => refuse('It is too long.'),
    });
    const other = createScriptedBackend({ script: reader() });
    const team = testTeam({ agents: 2, backends: ['never'] });
    const { state } = await play([server, other], await ask(team));
    expect(state.status).toBe('finished');
    expect(state.slots[0]?.lastError).toEqual({ code: 'context_too_long', message: 'It is too long.' });
  });
});
