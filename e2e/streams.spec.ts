import { fold } from '../lib/protocol/fold';
import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

test('a team runs to a final answer with a revised answer and a voided vote; every reader gets the same bytes', async ({
  api,
  app,
  doubles,
}) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b', 'team-c']));
  const key = ADMIN.apiKey;
  const half = await readEvents(app.url, run.id, { key, until: (event) => event.type === 'answer.posted' });
  const last = half.events.at(-1)!.seq;
  const [live, second, resumed] = await Promise.all([
    readEvents(app.url, run.id, { key }),
    readEvents(app.url, run.id, { key, after: 3 }),
    readEvents(app.url, run.id, { key, after: 0, lastEventId: last }),
  ]);
  const replay = await readEvents(app.url, run.id, { key });
  for (const reader of [half, live, second, resumed]) {
    for (const [seq, line] of reader.lines) expect(replay.lines.get(seq)).toBe(line);
  }
  expect(live.lines.size).toBe(replay.lines.size);
  expect(resumed.events[0]?.seq).toBe(last + 1);

  expect(replay.events.some((event) => event.type === 'answer.posted' && event.answerId.endsWith('.2'))).toBe(true);
  expect(replay.events.some((event) => event.type === 'vote.voided')).toBe(true);

  const { body } = await api.send('GET', `/api/v1/runs/${run.id}`);
  const state = fold(run.id, replay.events);
  expect(body.run.status).toBe('finished');
  expect(body.run.final).toBe(state.final?.text);
  expect(body.run.winner).toBe(state.final?.answerId);
  expect(body.run.answers.map((answer: { answerId: string }) => answer.answerId)).toEqual(
    state.answers.map((answer) => answer.answerId),
  );
});

test('every model request contained what its receipt says', async ({ api, app, doubles }) => {
  doubles.journal.clear();
  const team = doubleTeam(doubles, ['team-a', 'team-b', 'team-c']);
  const named = { ...team, agents: team.agents.map((agent) => ({ ...agent, name: 'Planner' })) };
  const run = await api.startRun('Which bridge is longest?', named);
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  const contents = new Map(
    events.flatMap((e) => (e.type === 'answer.posted' ? [[e.answerId, e.content] as const] : [])),
  );
  const interrupted = new Set(
    events.flatMap((e) => (e.type === 'agent.finished' && e.outcome === 'outdated' ? [e.callId] : [])),
  );
  const journal = doubles.journal.items();
  const requestsOf = (callIds: string[]) =>
    journal.flatMap(({ headers, body }) =>
      callIds.includes(String(headers['x-massgen-call'])) ? [JSON.stringify(body)] : [],
    );
  let receipts = 0;
  for (const event of events) {
    if (event.type !== 'context.delivered') continue;
    const own = requestsOf([event.callId]);
    const laterCalls = events.flatMap((e) =>
      e.type === 'agent.started' && e.slot === event.slot && e.seq > event.seq ? [e.callId] : [],
    );
    const later = requestsOf(laterCalls);
    for (const answerId of event.answerIds) {
      receipts += 1;
      const text = JSON.stringify(contents.get(answerId)).slice(1, -1);
      const arrived = own.some((body) => body.includes(text));
      // A call that is interrupted before its request leaves counts for nothing; the slot's next request then brings the answer.
      expect(arrived || interrupted.has(event.callId), `${event.callId} contains ${answerId}`).toBe(true);
      for (const body of later) expect(body.includes(text), `requests behind ${event.callId}: ${answerId}`).toBe(true);
    }
  }
  expect(receipts).toBeGreaterThan(0);
  expect(JSON.stringify(journal.map((entry) => (entry.body as { messages?: unknown } | null)?.messages))).not.toMatch(
    /Planner|openai_compatible/,
  );
});

test('a malformed cursor is refused, an unknown run is not found', async ({ api }) => {
  const run = await api.startRun('Hello', 'demo');
  expect((await api.send('GET', `/api/v1/runs/${run.id}/events?after=abc`)).status).toBe(400);
  expect((await api.send('GET', '/api/v1/runs/00000000-0000-7000-8000-000000000000/events')).status).toBe(404);
});
