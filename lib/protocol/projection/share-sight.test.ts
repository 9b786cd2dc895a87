import { describe, expect, it } from 'vitest';
import { SHARE_LEVELS as LEVELS_OF_THE_TABLE } from '@/db/permissions/permissions';
import type { EventType, RunEvent } from '../event';
import { EVENT_FIELDS } from '../event-fields';
import { fold } from '../fold';
import { MARKED_LOG as EVENTS, MARKED_FROM as FROM } from '../testing/marked-log';
import { randomRun } from '../testing/random-run';
import { testTeam } from '../testing/test-team';
import { type Audience, SHARE_LEVELS, shareAudience } from './audience';
import { projector } from './projector';
import { withoutAddresses } from './without-addresses';

function shownTo(audience: Audience): string {
  const { showLine } = projector(audience);
  return EVENTS.flatMap((event) => showLine(JSON.stringify(event)) ?? []).join('\n');
}

const marksIn = (text: string) => [...new Set([...text.matchAll(/mark-(\w+?)-mark/g)].map(([, name]) => name ?? ''))];

const ALL = marksIn(JSON.stringify(EVENTS));

describe('what a link shows of a log', () => {
  it('is asked of every type of event', () => {
    const types = new Set(EVENTS.map(({ type }) => type));
    expect([...types].filter((type) => type in EVENT_FIELDS).toSorted()).toEqual(
      (Object.keys(EVENT_FIELDS) as EventType[]).toSorted(),
    );
    expect(Object.keys(FROM).filter((name) => !ALL.includes(name))).toEqual([]);
  });

  it('has the levels of the permission table', () => {
    expect(SHARE_LEVELS).toEqual(LEVELS_OF_THE_TABLE);
  });

  describe.each(SHARE_LEVELS)('at the level %s', (level) => {
    it.each([false, true])('is exactly what it says, system messages %s', (systemMessages) => {
      const shown = marksIn(shownTo(shareAudience({ level, systemMessages })));
      const expected = ALL.filter((name) => {
        const from = FROM[name];
        if (from === undefined) return false;
        // Who the agents are is not told below `answers`, so neither is what they were told.
        if (from === 'system') return systemMessages && level !== 'final';
        return SHARE_LEVELS.indexOf(from) <= SHARE_LEVELS.indexOf(level);
      });
      expect(shown.toSorted()).toEqual(expected.toSorted());
    });

    it('names who steered to people of its workspace alone, from the level of tools on', () => {
      const steered: RunEvent = {
        ...{ seq: 1, at: '2026-01-01T00:00:00.000Z', runId: 'run', type: 'steer.received', text: 'Be brief.' },
        by: { userId: 'person' },
      };
      const shown = (isColleague: boolean) => {
        const { show, showLine } = projector(shareAudience({ level, systemMessages: false, isColleague }), () => 'Ada');
        expect(showLine(JSON.stringify(steered))).toBe(show(steered) && JSON.stringify(show(steered)));
        return show(steered);
      };
      const isShown = level === 'tools' || level === 'files';
      expect(shown(false)).toEqual(isShown ? { ...steered, by: undefined } : null);
      expect(shown(true)).toEqual(isShown ? { ...steered, by: { userId: 'person', name: 'Ada' } } : null);
    });

    it('names no address, key, folder, cost or seed', () => {
      const text = shownTo(shareAudience({ level, systemMessages: true }));
      for (const secret of [
        '://',
        'models.',
        'sk-abcdef',
        '@',
        '10.0.0.7',
        'api.',
        '31337',
        '424242',
        'secret-folder',
      ]) {
        if (secret === 'secret-folder' && level === 'files') continue;
        expect(text, secret).not.toContain(secret);
      }
    });

    it('ascends in the order of the log and folds to an end', () => {
      for (let seed = 0; seed < 5; seed += 1) {
        const { run } = randomRun(testTeam(3), seed, null);
        const { show, showLine } = projector(shareAudience({ level, systemMessages: false }));
        const shown = run.events.flatMap((event) => show(event) ?? []);
        const seqs = shown.map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
        expect(run.events.flatMap((event) => showLine(JSON.stringify(event)) ?? [])).toEqual(
          shown.map((event) => JSON.stringify(event)),
        );
        const state = fold('run', shown);
        expect(state.status).toBe(run.state.status);
        expect(state.final?.text).toBe(run.state.final?.text);
        if (level === 'final') expect(state).toMatchObject({ answers: [], votes: [], slots: [], winner: null });
        else expect(state.votes).toEqual(run.state.votes);
      }
    });
  });
});

it('takes addresses out of errors, and leaves their words', () => {
  const said =
    'connect ECONNREFUSED 127.0.0.1:11434 (http://user:pw@[::1]:80/v1?key=x), ask admin@corp.example; 429 of 10 at 12:30';
  expect(withoutAddresses(said)).toBe('connect ECONNREFUSED … (…), ask …; 429 of 10 at 12:30');
});
