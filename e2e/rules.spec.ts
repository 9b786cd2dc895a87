import type { RunEvent } from '../lib/protocol/event';
import type { Api } from './support/api';
import { ADMIN, type AppServer } from './support/app-server';
import { expect, test } from './support/fixtures';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;

async function play(api: Api, app: AppServer, team: unknown): Promise<RunEvent[]> {
  const run = await api.startRun('Which plan is the best?', team);
  const { events, ended } = await readEvents(app.url, run.id, { key });
  expect(ended).toBe(true);
  return events;
}

test('under the rule human the team waits for a person, and their choice is presented', async ({
  api,
  app,
  doubles,
}) => {
  const team = doubleTeam(doubles, ['team-a', 'team-b'], { coordination: { voteRule: 'human' } });
  const run = await api.startRun('Which plan is the best?', team);
  const before = await readEvents(app.url, run.id, {
    key,
    until: (event) => event.type === 'answer.posted' && event.slot === 'B',
  });
  expect(ofType(before.events, 'winner.chosen')).toHaveLength(0);
  const going = await api.send('GET', `/api/v1/runs/${run.id}`);
  expect(going.body.run).toMatchObject({ status: 'running', winner: null, final: null });
  const { answerId } = ofType(before.events, 'answer.posted').find((event) => event.slot === 'B')!;
  expect((await api.send('POST', `/api/v1/runs/${run.id}/choose`, { answerId: 'B.7' })).status).toBe(422);
  expect((await api.send('POST', `/api/v1/runs/${run.id}/choose`, { answerId })).status).toBe(202);
  const { events } = await readEvents(app.url, run.id, { key });
  expect(ofType(events, 'winner.chosen')).toMatchObject([{ rule: 'human', answerId }]);
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', answerId, presented: true });
});

test('a verbatim team publishes the winning text as it is', async ({ api, app, doubles }) => {
  const events = await play(
    api,
    app,
    doubleTeam(doubles, ['team-a', 'team-b'], { coordination: { presenter: 'verbatim' } }),
  );
  const [winner] = ofType(events, 'winner.chosen');
  const text = ofType(events, 'answer.posted').find(({ answerId }) => answerId === winner?.answerId)?.content;
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', final: text, presented: false });
  expect(ofType(events, 'final.delta')).toHaveLength(0);
});

test('a named slot presents whoever wins; one that presents nothing leaves the answer as published', async ({
  api,
  app,
  doubles,
}) => {
  const events = await play(
    api,
    app,
    doubleTeam(doubles, ['team-a', 'team-b', 'team-c'], { coordination: { presenter: 'C' } }),
  );
  const presenting = ofType(events, 'agent.started').filter(({ phase }) => phase === 'presentation');
  expect(presenting.map(({ slot }) => slot)).toEqual(['C']);
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', presented: true });

  const mute = await play(
    api,
    app,
    doubleTeam(doubles, ['team-a', 'fault-mute-presenter'], { coordination: { presenter: 'B' } }),
  );
  const end = ofType(mute, 'run.finished')[0]!;
  expect(end.presented).toBe(false);
  expect(end.final).toBe(ofType(mute, 'answer.posted').find(({ answerId }) => answerId === end.answerId)?.content);
});

test('weights decide under the rule weighted', async ({ api, app, doubles }) => {
  const team = doubleTeam(doubles, ['team-a', 'team-b', 'team-c'], { coordination: { voteRule: 'weighted' } });
  const weights = [1, 2.5, 4];
  const events = await play(api, app, {
    ...team,
    agents: team.agents.map((agent, index) => ({ ...agent, weight: weights[index] })),
  });
  const [winner] = ofType(events, 'winner.chosen');
  expect(winner?.rule).toBe('weighted');
  const voided = new Set(ofType(events, 'vote.voided').map(({ voteSeq }) => voteSeq));
  const expected: Record<string, number> = {};
  for (const { slot, answerId, seq } of ofType(events, 'vote.cast')) {
    if (voided.has(seq) || !answerId || !slot) continue;
    expected[answerId] = (expected[answerId] ?? 0) + weights['ABC'.indexOf(slot)]!;
  }
  expect(winner?.tally).toEqual(expected);
});

test('under superseded only votes for the replaced version are void', async ({ api, app, doubles }) => {
  const events = await play(
    api,
    app,
    doubleTeam(doubles, ['team-a', 'team-b', 'team-c'], { coordination: { voidVotes: 'superseded' } }),
  );
  expect(events.at(-1)?.type).toBe('run.finished');
  const casts = ofType(events, 'vote.cast');
  const voided = new Set(ofType(events, 'vote.voided').map(({ voteSeq }) => voteSeq));
  const kept = casts.filter(({ seq, slot }) => {
    const lateAnswers = ofType(events, 'answer.posted').filter((posted) => posted.seq > seq && posted.slot !== slot);
    return !voided.has(seq) && lateAnswers.length > 0;
  });
  expect(kept.length, 'votes that outlived a new answer of another agent').toBeGreaterThan(0);
  for (const { voteSeq, answerId, seq } of ofType(events, 'vote.voided')) {
    const replaced = ofType(events, 'answer.posted').find(
      (posted) => posted.slot === answerId?.split('.')[0] && posted.seq > voteSeq && posted.seq < seq,
    );
    expect(replaced, `the vote ${voteSeq} for ${answerId}`).toBeDefined();
  }
});

test('one answer each: after it an agent can only vote', async ({ api, app, doubles }) => {
  doubles.journal.clear();
  const events = await play(
    api,
    app,
    doubleTeam(doubles, ['team-a', 'team-b', 'fault-endless'], { coordination: { maxNewAnswersPerAgent: 1 } }),
  );
  expect(
    ofType(events, 'answer.posted')
      .map(({ answerId }) => answerId)
      .sort(),
  ).toEqual(['A.1', 'B.1', 'C.1']);
  expect(ofType(events, 'bound.hit').filter(({ bound }) => bound === 'answersPerAgent').length).toBeGreaterThan(0);
  const votes = ofType(events, 'agent.started')
    .filter(({ phase }) => phase === 'vote')
    .map(({ callId }) => callId);
  const asked = doubles.journal.items().filter(({ headers }) => votes.includes(String(headers['x-massgen-call'])));
  expect(asked.length).toBeGreaterThan(0);
  for (const { body } of asked) {
    const names = (body as { tools: { function: { name: string } }[] }).tools.map((tool) => tool.function.name);
    expect(names).not.toContain('new_answer');
    expect(names).toContain('vote');
  }
});

test('a tiny budget of tokens ends the run properly with what exists', async ({ api, app, doubles }) => {
  const events = await play(api, app, doubleTeam(doubles, ['team-a', 'team-b'], { limits: { maxTokens: 1 } }));
  expect(ofType(events, 'bound.hit')).toMatchObject([{ bound: 'maxTokens' }]);
  const answers = ofType(events, 'answer.posted');
  expect(events.at(-1)).toMatchObject(
    answers.length > 0
      ? { type: 'run.finished', presented: false }
      : { type: 'run.failed', error: { code: 'no_answer' } },
  );
});

test('a short turn ends on time, with the answer that exists', async ({ api, app, doubles }) => {
  const team = doubleTeam(doubles, ['team-a', 'fault-stall', 'fault-stall'], { limits: { turnSeconds: 2 } });
  const events = await play(api, app, team);
  expect(ofType(events, 'bound.hit').map(({ bound }) => bound)).toContain('turnSeconds');
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', answerId: expect.stringMatching(/^A\./) });
  const tookMs = Date.parse(events.at(-1)!.at) - Date.parse(events[0]!.at);
  // The presentation has a share of the turn, so coordination ends before it.
  expect(tookMs).toBeGreaterThan(1000);
  expect(tookMs).toBeLessThan(2500);
});

test('a model that cannot call tools takes part by fenced JSON', async ({ api, app, doubles }) => {
  const events = await play(api, app, doubleTeam(doubles, ['team-a', 'no-tools']));
  for (const type of ['answer.posted', 'vote.cast'] as const) {
    expect(
      ofType(events, type).some(({ slot }) => slot === 'B'),
      `B: ${type}`,
    ).toBe(true);
  }
  expect(ofType(events, 'agent.failed')).toHaveLength(0);
  expect(events.at(-1)?.type).toBe('run.finished');
});
