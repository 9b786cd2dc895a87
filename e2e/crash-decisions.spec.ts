import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../lib/protocol/event';
import { startDoubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expect, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
/** Nobody agrees, and each call takes about a second. */
const MODELS = ['concludes-9,720_kWh@20x20', 'concludes-9,270_kWh_at_most@20x20', 'concludes-about_8,000_kWh@20x20'];

type Started = Extract<RunEvent, { type: 'agent.started' }>;
const isOf = (phase: Started['phase']) => (event: RunEvent) => event.type === 'agent.started' && event.phase === phase;

/** Teams, and the moments of their runs in which the server is killed, in the order in which they come. */
const RUNS: [coordination: Record<string, unknown>, moments: [name: string, comes: (event: RunEvent) => boolean][]][] =
  [
    [
      {},
      [
        ['comparison', isOf('comparison')],
        ['look', (event) => isOf('coordination')(event) && 'lines' in event && event.lines !== undefined],
        ['ballot', isOf('ballot')],
      ],
    ],
    [{ checks: [{ kind: 'critic', rubric: 'It names a unit.' }] }, [['check', isOf('check')]]],
    [{ judge: { slot: 'C' } }, [['judge', isOf('judge')]]],
  ];

test('kill -9 in each phase of a decision: the run goes on, and nothing that had ended is asked again', async () => {
  test.setTimeout(240_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-decisions-'));
  const doubles = await startDoubles();
  const port = await freePort();
  const options = { dataDir, port, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } };
  let app = await startApp(options);
  const api = new Api(app.url);

  for (const [coordination, moments] of RUNS) {
    const team = doubleTeam(doubles, MODELS, { coordination: { decision: 'evidence', ...coordination } });
    const run = await api.startRun('How much does the house use in a year?', team);
    const heard: { name: string; lines: Map<number, string>; events: RunEvent[] }[] = [];
    for (const [name, comes] of moments) {
      const before = await readEvents(app.url, run.id, { key, until: comes });
      expect(before.ended, `${name}: it comes`).toBe(false);
      heard.push({ name, ...before });
      await app.stop('SIGKILL');
      app = await startApp(options);
    }

    const after = await readEvents(app.url, run.id, { key });
    expect(after.events.at(-1)?.type).toBe('run.finished');
    expect(after.events.filter(({ type }) => type === 'winner.chosen')).toHaveLength(1);
    for (const said of ['ballot.cast', 'check.finished', 'answer.posted'] as const) {
      const who = after.events.flatMap((event) => (event.type === said ? [aboutWhat(event)] : []));
      expect(new Set(who).size, said).toBe(who.length);
    }
    for (const { name, lines, events } of heard) {
      for (const [seq, line] of lines) expect(after.lines.get(seq), `${name}, seq ${seq}`).toBe(line);
      for (const call of endedCalls(events)) {
        const again = after.events.filter((event) => event.seq > call.seq && isLike(event, call));
        expect(again, `${name}: ${call.slot}, ${call.phase}`).toEqual([]);
      }
    }
  }

  await app.stop();
  await doubles.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function endedCalls(events: RunEvent[]): Started[] {
  const ended = new Set(events.flatMap((event) => (event.type === 'agent.finished' ? [event.callId] : [])));
  return events.filter((event): event is Started => event.type === 'agent.started' && ended.has(event.callId));
}

/** The same slot asked for the same, of the same answers. */
function isLike(event: RunEvent, { slot, phase, lines, check }: Started): boolean {
  return (
    event.type === 'agent.started' &&
    event.slot === slot &&
    event.phase === phase &&
    event.check === check &&
    JSON.stringify(event.lines) === JSON.stringify(lines)
  );
}

function aboutWhat(event: RunEvent): string {
  if (event.type === 'ballot.cast') return event.slot;
  if (event.type === 'check.finished') return `${event.answerId} ${event.check}`;
  return event.type === 'answer.posted' ? event.answerId : '';
}
