import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const LIMITS = { turnSeconds: 40, callSeconds: 20, idleSeconds: 2 };

/** A faulty agent between two healthy ones: the healthy ones finish, the run ends once, the fault is readable. */
const FAULTS: { model: string; recovers: boolean; error?: RegExp }[] = [
  { model: 'fault-401', recovers: false, error: /key/i },
  { model: 'fault-429', recovers: true },
  { model: 'fault-500', recovers: false, error: /500|overloaded|server/i },
  { model: 'fault-cut', recovers: false, error: /cut|ended|connection|stream/i },
  { model: 'fault-malformed', recovers: false, error: /malformed|frame|format/i },
  { model: 'fault-silence', recovers: false, error: /nothing for 2 s/i },
  { model: 'fault-no-tool', recovers: false, error: /publish|vote|action|tool/i },
  { model: 'fault-endless', recovers: true },
  { model: 'fault-duplicate', recovers: false },
  { model: 'fault-ghost-vote', recovers: false },
];

for (const { model, recovers, error } of FAULTS) {
  test(`${model}: it ends within its bounds with a readable state, healthy agents finish`, async ({
    api,
    app,
    doubles,
    owner,
  }) => {
    const run = await api.startRun(
      'What is the best plan?',
      doubleTeam(doubles, ['team-a', model, 'team-c'], { limits: LIMITS }),
    );
    const { events, ended } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
    expect(ended).toBe(true);
    expect(events.filter((event) => ['run.finished', 'run.stopped', 'run.failed'].includes(event.type))).toHaveLength(
      1,
    );
    expect(events.at(-1)?.type).toBe('run.finished');
    for (const slot of ['A', 'C']) {
      expect(
        events.some((event) => event.type === 'vote.cast' && event.slot === slot),
        `${slot} voted`,
      ).toBe(true);
    }
    const failures = events.flatMap((event) =>
      event.type === 'agent.failed' && event.slot === 'B' ? [event.error] : [],
    );
    if (error) {
      expect(failures.length).toBeGreaterThan(0);
      expect(failures.map((failure) => failure.message).join('\n')).toMatch(error);
    }
    if (recovers) expect(events.some((event) => event.type === 'vote.cast' && event.slot === 'B')).toBe(true);

    await owner.goto(`/c/${run.conversationId}`);
    await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  });
}
