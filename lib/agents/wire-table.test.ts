import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { teamScript } from '@/lib/engine/testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { RunEvent } from '@/lib/protocol/event';
import type { End } from './http/end-of-reply';
import { backendFor } from './registry';
import { FINISH_WORDS, type Wire } from './testing/finish-words';
import { type WireReply, wireReply } from './testing/wire-replies';

/** Where in a run a reply ends with the word in question. */
type Phase = 'text' | 'tool' | 'vote' | 'presentation' | 'single';

const PHASES: Phase[] = ['text', 'tool', 'vote', 'presentation', 'single'];
const TYPE: Record<Wire, string> = {
  chat: 'openai_compatible',
  responses: 'openai',
  claude: 'claude',
  gemini: 'gemini',
};
const WHOLE: Record<Wire, string> = { chat: 'stop', responses: 'completed', claude: 'end_turn', gemini: 'STOP' };

const AGAIN = 'is asked again';
const SHORTER = 'is asked to be shorter';
const TRIES = 'fails and tries again';
const OUT = 'is out';

/** What the run does. A whole call before a filter, a limit or a pause is an action all the same. */
const DOES: Record<End, Record<Phase, string>> = {
  stop: { text: AGAIN, tool: 'acts', vote: 'acts', presentation: 'ends', single: 'ends' },
  tool: { text: AGAIN, tool: 'acts', vote: 'acts', presentation: 'ends', single: 'ends' },
  length: { text: SHORTER, tool: SHORTER, vote: SHORTER, presentation: 'goes on', single: 'goes on' },
  paused: { text: AGAIN, tool: 'acts', vote: 'acts', presentation: 'goes on', single: 'goes on' },
  refused: { text: OUT, tool: 'acts', vote: 'acts', presentation: OUT, single: OUT },
  malformed: { text: AGAIN, tool: AGAIN, vote: AGAIN, presentation: TRIES, single: TRIES },
  failed: { text: TRIES, tool: TRIES, vote: TRIES, presentation: TRIES, single: TRIES },
};

describe('every word for the end of a reply, in every phase', () => {
  useTestDatabase();
  let server: http.Server;
  let engine: TestEngine;
  const rooms = new Map<string, { wire: Wire; phase: Phase; word: string; isHalf: boolean; spoiled: boolean }>();

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (bytes) => {
        body += bytes;
      });
      request.on('end', () => {
        const room = rooms.get(/room-\d+/.exec(`${request.url} ${body}`)?.[0] ?? '');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(room ? replyOf(room, body) : '');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
    const peer = createScriptedBackend({ script: teamScript(1) });
    engine = createTestEngine(await getDb(), [...Object.values(TYPE).map(backendFor), peer], {
      limits: { perUser: 1_000, perWorkspace: 1_000 },
      resolveCredentials: async () => ({ apiKey: 'k', baseUrl: origin }),
    });
    await engine.start();
  });
  afterAll(async () => {
    await engine.stop();
    server.close();
    vi.unstubAllEnvs();
  });

  type Room = NonNullable<ReturnType<(typeof rooms)['get']>>;

  function replyOf(room: Room, body: string): string {
    const { wire, phase, word, isHalf } = room;
    const offers = (tool: string) => new RegExp(`"name":\\s*"${tool}"[^}]*"(?:description|parameters)`).test(body);
    const isAsked = offers('new_answer') && !body.includes('Published as');
    const kind: Phase = isAsked
      ? phase === 'text'
        ? 'text'
        : 'tool'
      : offers('vote')
        ? 'vote'
        : phase === 'single'
          ? phase
          : 'presentation';
    const isSpoiled = kind === phase && !room.spoiled;
    room.spoiled ||= isSpoiled;
    const call = isAsked
      ? { name: 'new_answer', arguments: { content: 'The shed is to be green.' } }
      : { name: 'vote', arguments: { answer_id: 'A.1', reason: 'It is calm.' } };
    const end = isSpoiled ? word : WHOLE[wire];
    const says: Omit<WireReply, 'word'> =
      kind === 'presentation' || kind === 'single'
        ? { text: isSpoiled || !room.spoiled ? 'Green' : ', and calm.' }
        : isSpoiled && phase === 'text'
          ? { text: 'I think about it.' }
          : { call: { ...call, ...(isSpoiled && isHalf && { isHalf }) } };
    return wireReply(wire, { ...says, word: end });
  }

  async function play(wire: Wire, phase: Phase, word: string, end: End): Promise<RunEvent[]> {
    const room = `room-${rooms.size}`;
    rooms.set(room, { wire, phase, word, isHalf: end === 'length', spoiled: false });
    const base = testTeam({
      agents: phase === 'single' ? 1 : 2,
      backends: [TYPE[wire]],
      coordination: { presenter: 'A' },
    });
    const [first, ...rest] = base.agents;
    if (!first) throw new Error('The team is empty.');
    const team = { ...base, agents: [{ ...first, backend: { ...first.backend, model: room } }, ...rest] };
    const { runId } = await seedRun(await seedPerson(), storedTeam(team));
    engine.submitted();
    return eventsOf(await streamText(engine, runId));
  }

  /** The first thing that follows from the word. */
  function outcome(events: RunEvent[], phase: Phase): string {
    const own = events.filter((event) => 'slot' in event && event.slot === 'A');
    const bad = own.find(({ type }) => type === 'agent.reminded' || type === 'agent.failed');
    if (bad?.type === 'agent.reminded') {
      if (phase === 'presentation' || phase === 'single') return 'goes on';
      return /limit/.test(bad.because) ? SHORTER : AGAIN;
    }
    if (bad?.type === 'agent.failed') return bad.retryable ? TRIES : OUT;
    return phase === 'presentation' || phase === 'single' ? 'ends' : 'acts';
  }

  const rows = FINISH_WORDS.flatMap(({ provider, wire, words }) =>
    Object.entries(words).map(([word, end]) => ({ provider, wire, word, end })),
  );

  it.concurrent.each(rows)('$provider: $word', { timeout: 300_000 }, async ({ wire, word, end }) => {
    const played = await Promise.all(PHASES.map((phase) => play(wire, phase, word, end)));
    const does = PHASES.map((phase, at) => [phase, outcome(played[at] ?? [], phase)]);
    const wanted = { ...DOES[end] };
    // This format knows no half calls.
    if (wire === 'gemini' && end === 'length') Object.assign(wanted, { tool: 'acts', vote: 'acts' });
    expect(Object.fromEntries(does)).toEqual(wanted);
    for (const [at, phase] of PHASES.entries()) {
      const last = played[at]?.at(-1);
      if (wanted[phase] === OUT && phase === 'single') expect(last).toMatchObject({ type: 'run.failed' });
      else if (wanted[phase] === 'goes on') expect(last).toMatchObject({ presented: true, final: 'Green, and calm.' });
      else expect(last).toMatchObject({ type: 'run.finished' });
      expect(last).not.toHaveProperty('cut');
    }
  });
});
