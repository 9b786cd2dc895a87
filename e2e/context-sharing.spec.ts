import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContextDelivered } from '../lib/protocol/context-event';
import type { RunEvent } from '../lib/protocol/event';
import { noteOf } from './doubles/own-tools';
import { type Doubles, startDoubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { expect, test } from './support/fixtures';
import { type ReadEvents, readEvents } from './support/read-events';

const EXECUTABLE = `node_modules/@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}/claude`;
const key = ADMIN.apiKey;

test.skip(!existsSync(EXECUTABLE), `Claude Code is not installed here (${EXECUTABLE}).`);
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let doubles: Doubles;
let dataDir: string;
let app: AppServer;
let api: Api;

const start = () =>
  startApp({
    dataDir,
    env: {
      ...ADMIN_ENV,
      ANTHROPIC_API_KEY: 'sk-real',
      ANTHROPIC_BASE_URL: doubles.origin,
      MASSGEN_TRUSTED_ORIGINS: doubles.origin,
    },
  });

test.beforeAll(async () => {
  doubles = await startDoubles();
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-sharing-'));
  app = await start();
  api = new Api(app.url);
});
test.afterAll(async () => {
  await app?.stop();
  await doubles?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const code = (model: string) => ({ backend: { type: 'claude_code', model, params: { permissionMode: 'allowAll' } } });
const plain = (model: string) => ({ backend: { type: 'openai_compatible', model, baseUrl: `${doubles.origin}/v1` } });
const sharing = (...agents: object[]) => ({
  name: 'Sharers',
  agents,
  coordination: { contextSharing: { enabled: true, include: ['answers', 'tools', 'files', 'notes', 'plan'] } },
});

interface Request {
  callId: string;
  model: string;
  at: number;
  body: string;
}

/** What the models of a run were asked, in order. */
function requestsOf(models: string[]): Request[] {
  return doubles.journal.items().flatMap(({ at, headers, body }) => {
    // Other requests that name the model ask for its window.
    if (!(body as { messages?: unknown } | null)?.messages) return [];
    const model = (body as { model?: string } | null)?.model ?? '';
    if (!models.includes(model)) return [];
    return [{ callId: String(headers['x-massgen-call'] ?? ''), model, at: Date.parse(at), body: JSON.stringify(body) }];
  });
}

/** When it was settled what a request says, in ms: the first of a call says what was known as the call began, however long the agent's process took to come up. */
function settledAt(asked: Request, ofSlot: Request[], events: RunEvent[]): number {
  if (ofSlot.find(({ callId }) => callId === asked.callId) !== asked) return asked.at;
  const start = events.find((event) => event.type === 'agent.started' && event.callId === asked.callId);
  return Date.parse(start?.at ?? '');
}

const isDelivery = (event: RunEvent): event is RunEvent & ContextDelivered => event.type === 'context.delivered';
/** As it stands inside a JSON text. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1);

async function finished(runId: string): Promise<ReadEvents> {
  const read = await readEvents(app.url, runId, { key });
  expect(read.events.at(-1)).toMatchObject({ type: 'run.finished' });
  return read;
}

/** Every receipt is true: a request of the call that it names contains what it says, unless the call was ended before. */
function checkReceipts(events: RunEvent[], models: Record<string, string>): number {
  const requests = requestsOf(Object.values(models));
  const content = new Map(
    events.flatMap((event) => (event.type === 'answer.posted' ? [[event.answerId, event.content]] : [])),
  );
  const notes = new Map(events.flatMap((event) => (event.type === 'note.posted' ? [[event.noteId, event.text]] : [])));
  let checked = 0;
  for (const event of events.filter(isDelivery)) {
    const said = [
      ...event.answerIds.map((id) => content.get(id) ?? '?'),
      ...(event.noteIds ?? []).map((id) => notes.get(id) ?? '?'),
      ...(event.contexts ?? []).flatMap(({ kind, from }) => (kind === 'peer' ? [`from="agent ${from}"`] : [])),
    ];
    const end = events.find((other) => other.type === 'agent.finished' && other.callId === event.callId);
    const wasCut = end?.type === 'agent.finished' && ['outdated', 'stopped'].includes(end.outcome);
    const mine = requests.filter(({ callId }) => callId === event.callId);
    for (const text of said) {
      const found = mine.some(({ body }) => body.includes(quoted(text)));
      if (!found && wasCut) continue;
      expect(found, `${event.slot} got “${text.slice(0, 60)}” in ${event.callId} (seq ${event.seq})`).toBe(true);
      checked += 1;
    }
  }
  return checked;
}

test('two Claude Code agents and an API model: notes, answers and work of each reach the others before their next step', async () => {
  const models = {
    A: 'code-append+note+pause+pause+read-a',
    B: 'code-write+note+pause+append-b',
    C: 'note-c@20x40',
  };
  const run = await api.startRun('Measure it together.', sharing(code(models.A), code(models.B), plain(models.C)));
  const { events } = await finished(run.id);
  const requests = requestsOf(Object.values(models));

  const noted = events.filter((event) => event.type === 'note.posted');
  expect(noted.map(({ slot }) => slot).sort()).toEqual(['A', 'B', 'C']);
  const posted = events.filter((event) => event.type === 'answer.posted');
  for (const [slot, model] of Object.entries(models)) {
    for (const [other, theirs] of Object.entries(models)) {
      if (other === slot) continue;
      const mine = requests.filter((request) => request.model === model);
      const note = noted.find((event) => event.slot === other);
      expect(note?.text).toBe(noteOf(theirs));
      const withNote = mine.filter(({ body }) => body.includes(quoted(note?.text ?? '?')));
      expect(withNote.length, `the note of ${other} reaches ${slot}`).toBeGreaterThan(0);
      // The first step that began well after the note was on the board has it.
      const next = mine.find((asked) => settledAt(asked, mine, events) > Date.parse(note?.at ?? '') + 1_000);
      if (next)
        expect(next.body.includes(quoted(note?.text ?? '?')), `the next step of ${slot} has the note of ${other}`).toBe(
          true,
        );
      // A version that was replaced before the other's next step is not told any more.
      const answers = posted.filter((event) => event.slot === other);
      const told = answers.filter(({ content }) => mine.some(({ body }) => body.includes(quoted(content))));
      expect(told.length, `${other} → ${slot}`).toBeGreaterThan(0);
    }
  }
  // In mid-run: somebody heard of another's note between two tools of its own work.
  const pushed = events.filter(isDelivery).filter(({ noteIds, slot }) => noteIds?.length && slot !== 'C');
  expect(pushed.length).toBeGreaterThan(0);
  expect(checkReceipts(events, models)).toBeGreaterThan(8);

  // The work: B's file reaches A and C as a diff, A's command with its result reaches C.
  const ofC = requests
    .filter(({ model }) => model === models.C)
    .map(({ body }) => body)
    .join('\n');
  expect(ofC).toContain('First line');
  expect(ofC).toContain('notes.md');
  expect(ofC).toContain('echo one more line');
  const ofA = requests
    .filter(({ model }) => model === models.A)
    .map(({ body }) => body)
    .join('\n');
  expect(ofA).toContain('Second line');
  expect(events.filter((event) => event.type === 'context.failed')).toEqual([]);
});

test('Claude Code reads a peer’s answers, work and file through the board', async () => {
  const models = { A: 'code-pause+peers+peerwork+peerfile-d', B: 'code-plan+begin+write-e' };
  const run = await api.startRun('Read each other.', sharing(code(models.A), code(models.B)));
  const { events } = await finished(run.id);
  const results = events.filter(
    (event) => event.type === 'tool.finished' && event.slot === 'A' && event.tool.includes('peer'),
  );
  expect(results.map((event) => event.type === 'tool.finished' && event.tool)).toEqual([
    'get_peer_answers',
    'get_peer_context',
    'read_peer_file',
  ]);
  const requests = requestsOf([models.A]);
  for (const event of results) {
    if (event.type !== 'tool.finished') continue;
    const line = event.result.split('\n').find((text) => text.length > 20) ?? event.result;
    expect(
      requests.some(({ body }) => body.includes(quoted(line))),
      event.tool,
    ).toBe(true);
  }
  expect(checkReceipts(events, models)).toBeGreaterThan(0);
  // B's plan is part of its context.
  const { body: list } = await api.send('GET', `/api/v1/runs/${run.id}/contexts`);
  const newest = list.items.findLast(({ slot }: { slot: string }) => slot === 'B');
  const { body: shown } = await api.send('GET', `/api/v1/contexts/${newest.id}`);
  expect(shown.context.plan).toEqual([{ id: '1', text: 'Measure twice', status: 'in_progress' }]);
  expect(requests.some(({ body }) => body.includes('Measure twice'))).toBe(true);
});

test('three turns: another process, another backend, no file of Claude Code left; the conversation goes on', async () => {
  const first = await api.startRun(
    'Keep the number 7341 in mind and in a file.',
    sharing(code('code-write+append-f'), plain('team-b')),
  );
  const one = await finished(first.id);
  const agreed = one.events.find((event) => event.type === 'run.finished');
  const final = agreed?.type === 'run.finished' ? (agreed.final ?? '') : '';
  expect(final).not.toBe('');

  await app.stop();
  for (const folder of ['claude', 'work']) rmSync(join(dataDir, folder), { recursive: true, force: true });
  app = await start();
  api = new Api(app.url);

  const ask = async (input: string, team: object) => {
    const { status, body } = await api.send('POST', `/api/v1/conversations/${first.conversationId}/runs`, {
      input,
      team,
    });
    expect(status).toBe(202);
    return body.run.id as string;
  };
  // A goes on in a new process, on what is in the database alone.
  doubles.journal.clear();
  const second = await ask('And now?', sharing(code('code-write+append-f'), plain('team-b')));
  const two = await finished(second);
  const resumed = requestsOf(['code-write+append-f'])[0]?.body ?? '';
  expect(resumed).toContain('7341');
  expect(resumed).toContain('echo one more line');
  expect(resumed).toContain(quoted(final.slice(0, 80)));
  const { body: files } = await api.send('GET', `/api/v1/runs/${second}/files?slot=A`);
  expect(files.items.map(({ path }: { path: string }) => path)).toEqual(['log.txt', 'notes.md']);
  // The folder was restored: what the first turn wrote is there, and this turn has added its line.
  const log = await api.send('GET', `/api/v1/runs/${second}/files/log.txt?slot=A`);
  expect(log.body).toBe('one more line\none more line\n');
  expect(two.events.filter((event) => event.type === 'context.failed')).toEqual([]);

  // Then its seat is taken by another model, with all that it has.
  doubles.journal.clear();
  const third = await ask('Sum up.', sharing(plain('team-a'), plain('team-b')));
  await finished(third);
  const taken = requestsOf(['team-a'])[0]?.body ?? '';
  expect(taken).toContain('7341');
  expect(taken).toContain('own_context');
  expect(taken).toContain('echo one more line');
  expect(taken).toContain(quoted(final.slice(0, 80)));
});

test('a person continues from an answer: the branch begins with that work and those files, byte for byte; the old one stays', async () => {
  const models = { A: 'code-write+edit-g', B: 'team-b' };
  const team = sharing(code(models.A), plain(models.B));
  const run = await api.startRun('Write it down.', team);
  await finished(run.id);
  const { body: list } = await api.send('GET', `/api/v1/runs/${run.id}/contexts`);
  const snapshot = list.items.find((item: { slot: string; answerId: string | null }) => item.answerId === 'A.1');
  const { body: shown } = await api.send('GET', `/api/v1/contexts/${snapshot.id}`);
  expect(shown.context.files.map(({ path }: { path: string }) => path)).toEqual(['notes.md']);
  const original = await api.send('GET', `/api/v1/contexts/${snapshot.id}/files/notes.md`);

  const before = (await api.send('GET', `/api/v1/conversations/${run.conversationId}`)).body;
  doubles.journal.clear();
  const forked = await api.send('POST', `/api/v1/contexts/${snapshot.id}/fork`, { input: 'Go on from here.', team });
  expect(forked.status).toBe(201);
  const { events } = await finished(forked.body.run.id);
  const asked = requestsOf([models.A])[0]?.body ?? '';
  expect(asked).toContain('own_context');
  expect(asked).toContain('Second line, edited');
  const { body: files } = await api.send('GET', `/api/v1/runs/${forked.body.run.id}/files?slot=A`);
  expect(files.items.map(({ path }: { path: string }) => path)).toEqual(['notes.md']);
  const start = await api.send('GET', `/api/v1/runs/${forked.body.run.id}/files/notes.md?slot=A&at=start`);
  expect(start.body).toBe(original.body);
  expect(events.filter((event) => event.type === 'context.failed')).toEqual([]);

  // Nothing was overwritten.
  const old = await api.send('GET', `/api/v1/runs/${run.id}`);
  expect(old.body.run.status).toBe('finished');
  const after = (await api.send('GET', `/api/v1/conversations/${run.conversationId}`)).body;
  const ids = (value: { messages?: { id: string }[] }) => (value.messages ?? []).map(({ id }) => id);
  expect(ids(after)).toEqual(expect.arrayContaining(ids(before)));
});
