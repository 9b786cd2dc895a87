import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import type { RunEvent } from './event';
import { fold, foldMore } from './fold';
import type { JudgeChoice, Team } from './team';
import { randomRun } from './testing/random-run';
import { testFallback, testTeam } from './testing/test-team';

const OUTSIDE: JudgeChoice = {
  backend: { type: 'demo', model: 'secret-judge', baseUrl: null, params: {} },
  canCallTools: true,
};
const TERMINAL = ['run.finished', 'run.stopped', 'run.failed'];

const team: fc.Arbitrary<Team> = fc
  .record({
    size: fc.integer({ min: 1, max: 4 }),
    maxNewAnswersPerAgent: fc.integer({ min: 1, max: 3 }),
    voteRule: fc.constantFrom(
      'plurality' as const,
      'weighted' as const,
      'human' as const,
      'borda' as const,
      'judge' as const,
    ),
    voidVotes: fc.constantFrom('all' as const, 'superseded' as const),
    novelty: fc.constantFrom('lenient' as const, 'balanced' as const),
    presenter: fc.constantFrom('winner', 'verbatim', 'B'),
    selfVotes: fc.boolean(),
    callsPerAgent: fc.constantFrom(2, 5, 30),
    maxTokens: fc.constantFrom(null, 500, 3000),
    canCallTools: fc.boolean(),
    decision: fc.constantFrom(undefined, 'evidence' as const, 'evidence' as const),
    depth: fc.constantFrom(undefined, 'auto' as const),
    ballots: fc.constantFrom(undefined, 'never' as const),
    judge: fc.constantFrom<(JudgeChoice | undefined)[]>(undefined, undefined, { slot: 'A' }, OUTSIDE),
    fallbacks: fc.array(fc.boolean(), { maxLength: 3 }),
  })
  .map(({ size, callsPerAgent, maxTokens, canCallTools, fallbacks, ...coordination }) =>
    testTeam(size, {
      coordination,
      limits: { callsPerAgent, maxTokens },
      agents: { A: { canCallTools, fallbacks: fallbacks.map((able, index) => testFallback(`spare-${index}`, able)) } },
    }),
  );
const seed = fc.integer();
const turnBoundAfter = fc.constantFrom(null, 15, 60);
const anyRun = fc.tuple(team, seed, turnBoundAfter).map((args) => ({ args, ...randomRun(...args) }));

/** The votes that may count for a winner, told from the log alone. */
function countable(events: RunEvent[], until: number, policy: string): Map<string, string | null> {
  const votes = new Map<string, { answerId: string | null; seq: number }>();
  for (const event of events.slice(0, until)) {
    if (event.type === 'vote.cast') votes.set(event.slot, { answerId: event.answerId, seq: event.seq });
    if (event.type === 'vote.voided' && votes.get(event.slot)?.seq === event.voteSeq) votes.delete(event.slot);
    if (event.type === 'answer.posted') {
      for (const [slot, vote] of votes) {
        if (policy === 'all' || vote.answerId?.startsWith(`${event.slot}.`)) votes.delete(slot);
      }
    }
  }
  return new Map([...votes].map(([slot, vote]) => [slot, vote.answerId]));
}

describe('whatever agents and people do', () => {
  it('P17: ends in exactly one terminal event, within a bounded number of calls', () => {
    fc.assert(
      fc.property(anyRun, ({ run, args: [{ agents }] }) => {
        const ends = run.events.filter((event) => TERMINAL.includes(event.type));
        expect(ends).toHaveLength(1);
        expect(run.events.at(-1)).toBe(ends[0]);
        expect(run.callsStarted).toBeLessThan(150 * agents.length);
      }),
      { numRuns: 400 },
    );
  });

  it('P8: counts no vote for a version that its voter was not shown, and valid votes only', () => {
    fc.assert(
      fc.property(anyRun, ({ run, unseenVotes, args: [{ coordination }] }) => {
        expect(unseenVotes).toEqual([]);
        for (const [index, event] of run.events.entries()) {
          if (event.type !== 'winner.chosen' || event.rule === 'human') continue;
          const counts: Record<string, number> = {};
          const before = run.events.slice(0, index);
          const authors = new Set(before.flatMap((one) => (one.type === 'answer.posted' ? [one.slot] : [])));
          // Who names the best alone puts it above all others.
          const worth = coordination.voteRule === 'borda' ? Math.max(1, authors.size - 1) : 1;
          for (const answerId of countable(run.events, index, coordination.voidVotes).values()) {
            if (answerId !== null) counts[answerId] = (counts[answerId] ?? 0) + worth;
          }
          expect(event.tally).toEqual(counts);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('P6: keeps every published answer as it was, with versions in sequence', () => {
    fc.assert(
      fc.property(anyRun, ({ run }) => {
        const posted = run.events.filter((event) => event.type === 'answer.posted');
        expect(run.state.answers.map(({ answerId, content }) => [answerId, content])).toEqual(
          posted.map(({ answerId, content }) => [answerId, content]),
        );
        expect(new Set(posted.map((event) => event.answerId)).size).toBe(posted.length);
      }),
      { numRuns: 100 },
    );
  });

  it('P23: folds the same log to the same state, in one go, in pieces and with overlaps', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), ({ run }, cut) => {
        const at = cut % (run.events.length + 1);
        const log: RunEvent[] = JSON.parse(JSON.stringify(run.events));
        const whole = fold('run', log);
        expect(JSON.stringify(whole)).toBe(JSON.stringify(run.state));
        const pieces = foldMore(fold('run', log.slice(0, at)), log.slice(Math.max(0, at - 3)));
        expect(JSON.stringify(pieces)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 150 },
    );
  });

  it('P17: wants nothing more after the end', () => {
    fc.assert(
      fc.property(anyRun, ({ run }) => {
        expect(decide(run.state)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
