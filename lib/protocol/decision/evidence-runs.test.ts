import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../event';
import { fold } from '../fold';
import type { JudgeChoice, Team } from '../team';
import { type RandomRun, randomRun } from '../testing/random-run';
import { testTeam } from '../testing/test-team';
import type { Check } from './checks/check';
import { runReport } from './run-report';

const OUTSIDE: JudgeChoice = {
  backend: { type: 'demo', model: 'secret-judge', baseUrl: null, params: {} },
  canCallTools: true,
};

const CHECKS: Check[] = [
  { name: 'form', kind: 'pattern', pattern: 'x', flags: '', decisive: false },
  { name: 'sum', kind: 'number', value: 4, tolerance: 0, unit: null, decisive: true },
  { name: 'tone', kind: 'critic', rubric: 'It is polite.', decisive: false },
];

const team: fc.Arbitrary<Team> = fc
  .record({
    size: fc.integer({ min: 2, max: 5 }),
    depth: fc.constantFrom('all' as const, 'auto' as const),
    ballots: fc.constantFrom('undecided' as const, 'never' as const),
    judge: fc.constantFrom<(JudgeChoice | undefined)[]>(undefined, undefined, { slot: 'B' }, OUTSIDE),
    maxNewAnswersPerAgent: fc.integer({ min: 1, max: 3 }),
    isSharing: fc.boolean(),
    checks: fc.subarray(CHECKS, { minLength: 0 }),
    callsPerAgent: fc.constantFrom(2, 5, 30),
    maxTokens: fc.constantFrom(null, null, 3000),
  })
  .map(({ size, isSharing, callsPerAgent, maxTokens, ...coordination }) =>
    testTeam(size, {
      coordination: {
        ...coordination,
        decision: 'evidence',
        ...(isSharing && {
          contextSharing: { include: ['answers', 'notes'], maxTokensPerPeer: 1000, maxTokensTotal: 3000 },
        }),
      },
      limits: { callsPerAgent, maxTokens },
    }),
  );
const anyRun = fc
  .tuple(team, fc.integer(), fc.constantFrom(null, 60))
  .map((args): RandomRun & { team: Team } => ({ team: args[0], ...randomRun(...args) }));

const authorOf = (answerId: string) => answerId.split('.')[0];
const of = <T extends RunEvent['type']>(events: RunEvent[], type: T) =>
  events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);

describe('whatever happens in a team that decides by evidence', () => {
  it('P24: at most two comparisons a run, and "same" holds of every pair in a class', () => {
    fc.assert(
      fc.property(anyRun, ({ run: { events } }) => {
        const found = of(events, 'classes.found');
        expect(found.filter(({ callId }) => callId !== undefined).length).toBeLessThanOrEqual(2);
        const same = new Set<string>();
        const different = new Set<string>();
        for (const { classes, findings } of found) {
          for (const { a, b, is } of findings) {
            const key = [a, b].sort().join(' ');
            if (is === 'same') same.add(key);
            if (is === 'different') different.add(key);
          }
          for (const { answerIds } of classes) {
            for (const [index, a] of answerIds.entries()) {
              for (const b of answerIds.slice(index + 1)) {
                const key = [a, b].sort().join(' ');
                expect(same.has(key) && !different.has(key)).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('P28, P29: nobody scores its own answer, a ballot has two lines, a judge reads both orders', () => {
    fc.assert(
      fc.property(anyRun, ({ run: { events } }) => {
        for (const { slot, scores } of of(events, 'ballot.cast')) {
          expect(Object.keys(scores).map(authorOf)).not.toContain(slot);
        }
        const started = of(events, 'agent.started');
        for (const { phase, lines = [] } of started)
          if (phase === 'ballot' || phase === 'judge') expect(new Set(lines).size).toBeGreaterThan(1);
        for (const { seq } of of(events, 'judge.decided')) {
          const given = of(events, 'verdict.given').filter((verdict) => verdict.seq < seq);
          const [first, second] = given.slice(-2);
          expect(first?.order).toEqual(second?.order.toReversed());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('no blind request names an author, and no first version is made with another’s answer in sight', () => {
    fc.assert(
      fc.property(anyRun, ({ run }) => {
        for (const { messages, tools } of run.requested) {
          const names = tools.map(({ name }) => name);
          const text = JSON.stringify(messages);
          expect(names).not.toContain('vote');
          if (names.some((name) => /^(report_pairs|report_check|score_answers|choose_answer)$/.test(name))) {
            expect(text).not.toMatch(/agent [A-E]\b|[A-E]\.\d|Secretname|secret-/);
            expect(names).not.toContain('get_peer_answers');
          }
          if (names.includes('new_answer') && !names.includes('keep_answer')) expect(text).not.toContain('<answer id=');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('P27: nothing is published behind the winner, which is a published answer and says what decided', () => {
    fc.assert(
      fc.property(anyRun, ({ run: { events } }) => {
        const won = of(events, 'winner.chosen');
        const posted = of(events, 'answer.posted');
        for (const { answerId, rule, decidedBy, tally } of won) {
          expect(posted.map((event) => event.answerId)).toContain(answerId);
          if (rule !== 'human')
            expect({ rule, tally, isSaid: decidedBy !== undefined }).toEqual({
              rule: 'evidence',
              tally: {},
              isSaid: true,
            });
        }
        const last = posted.at(-1)?.seq ?? 0;
        expect(won.every(({ seq }) => seq > last)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('P32: no check of an answer ends twice, and only what fails goes back to its author, once', () => {
    fc.assert(
      fc.property(anyRun, ({ run: { events }, team: { coordination } }) => {
        const ended = of(events, 'check.finished').map(({ answerId, check }) => `${answerId} ${check}`);
        expect(new Set(ended).size).toBe(ended.length);
        const told = of(events, 'context.delivered').flatMap(({ checked }) => checked ?? []);
        expect(new Set(told).size).toBe(told.length);
        const failed = of(events, 'check.finished').flatMap(({ answerId, outcome }) =>
          outcome === 'fail' ? [answerId] : [],
        );
        for (const answerId of told) expect(failed).toContain(answerId);
        if (coordination.checks?.length === 0) expect(ended).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('P33: the report names every slot once, and nothing that is not in the log', () => {
    fc.assert(
      fc.property(anyRun, ({ run: { events }, team: { agents } }) => {
        const report = runReport(fold('run', events));
        const posted = of(events, 'answer.posted').map(({ answerId }) => answerId);
        const named = report?.positions.flatMap(({ slots }) => slots) ?? [];
        expect([...named, ...(report?.silent ?? [])].sort()).toEqual(agents.map(({ slot }) => slot));
        for (const { answers } of report?.positions ?? []) for (const id of answers) expect(posted).toContain(id);
        const ids = (report?.sentences ?? []).join(' ').match(/\b[A-E]\.\d+/g) ?? [];
        for (const id of ids) expect(posted).toContain(id);
      }),
      { numRuns: 100 },
    );
  });
});
