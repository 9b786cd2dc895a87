import { describe, expect, it } from 'vitest';
import { parseEvent } from './parse-event';
import { randomRun } from './testing/random-run';
import { testTeam } from './testing/test-team';

const stamp = { seq: 3, at: '2026-01-01T00:00:00.000Z', runId: 'r' };

describe('parseEvent', () => {
  it('accepts every event that a run writes', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { run } = randomRun(testTeam(3), seed, null);
      for (const event of run.events) expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
    }
  });

  it.each([
    ['no object', 'An event must be an object.'],
    [{ ...stamp, type: 'toString' }, 'There is no event type "toString".'],
    [{ ...stamp, type: 'agent.stopped' }, 'agent.stopped: "slot" must be a text.'],
    [
      { ...stamp, seq: 0, type: 'agent.stopped', slot: 'A' },
      'agent.stopped: "seq" must be a whole number of at least 1.',
    ],
    [{ ...stamp, at: 'soon', type: 'agent.stopped', slot: 'A' }, 'agent.stopped: "at" must be an ISO 8601 time.'],
    [
      { ...stamp, type: 'vote.cast', slot: 'A', callId: 'c', answerId: 'B', reason: '', round: 1 },
      'vote.cast: "answerId" must be an answer id such as "B.2" or null.',
    ],
    [
      { ...stamp, type: 'context.delivered', slot: 'A', callId: 'c', answerIds: ['B.0'], tookMs: 0 },
      'context.delivered: "answerIds" must be a list of an answer id such as "B.2".',
    ],
    [
      { ...stamp, type: 'agent.started', slot: 'A', callId: 'c', phase: 'lunch' },
      'agent.started: "phase" must be one of coordination, vote, runoff, presentation, comparison, check, ballot, judge.',
    ],
    [{ ...stamp, type: 'run.failed', error: 'broken' }, 'run.failed: "error" must be an object with code and message.'],
  ])('refuses %j, naming the field', (event, message) => {
    expect(() => parseEvent(event)).toThrow(new Error(message));
  });

  it('keeps abstentions, optional fields and fields of a later version', () => {
    const vote = {
      ...stamp,
      type: 'vote.cast',
      slot: 'A',
      callId: 'c',
      answerId: null,
      reason: 'x',
      round: 2,
      later: 1,
    };
    expect(parseEvent(vote)).toBe(vote);
  });
});
