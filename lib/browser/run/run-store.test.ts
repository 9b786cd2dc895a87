import { describe, expect, it } from 'vitest';
import type { DraftEvent, RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { FollowOptions } from './follow-run';
import { readRun } from './read-run';
import { createRunStore } from './run-store';

const TEAM = {
  name: 'T',
  agents: [
    {
      slot: 'A',
      name: 'A',
      backend: { type: 'demo', model: 'm', baseUrl: null, params: {} },
      systemMessage: null,
      mcpServers: [],
      weight: 1,
      canCallTools: true,
    },
  ],
  coordination: {
    maxNewAnswersPerAgent: 3,
    voteRule: 'plurality' as const,
    voidVotes: 'all' as const,
    novelty: 'lenient' as const,
    presenter: 'winner',
    selfVotes: true,
    topology: 'all' as const,
  },
  limits: {
    turnSeconds: 1,
    callSeconds: 1,
    idleSeconds: 1,
    callsPerAgent: 1,
    stepsPerCall: 1,
    maxTokens: null,
    maxCostUsd: null,
  },
};

function log(...drafts: DraftEvent[]): RunEvent[] {
  return drafts.map((draft, index) => ({ seq: index + 1, at: '2026-01-01T00:00:00.000Z', runId: 'r', ...draft }));
}

const EVENTS = log(
  { type: 'run.started', team: TEAM, input: 'q', seed: 1 },
  { type: 'agent.started', slot: 'A', callId: 'c', phase: 'presentation' },
  { type: 'final.started', slot: 'A', callId: 'c' },
  ...Array.from({ length: 500 }, (_, index) => ({
    type: 'final.delta' as const,
    slot: 'A',
    callId: 'c',
    text: `${index} `,
  })),
  { type: 'run.failed', error: { code: 'x', message: 'y' } },
);

/** A store whose stream the test drives. */
function setUp(initial: RunEvent[] = []) {
  const streams: FollowOptions[] = [];
  const store = createRunStore({
    runId: 'r',
    initial: initial.length > 0 ? fold('r', initial) : null,
    status: 'running',
    read: (options) =>
      readRun(options, async (stream) => {
        streams.push(stream);
      }),
  });
  let updates = 0;
  const unsubscribe = store.subscribe(() => {
    updates += 1;
  });
  return { store, streams, unsubscribe, updates: () => updates };
}

describe('createRunStore', () => {
  it('starts after what the server folded and ends where a whole fold ends', () => {
    const { store, streams } = setUp(EVENTS.slice(0, 100));
    expect(streams[0]?.after).toBe(100);
    expect(store.getInitial().state.seq).toBe(100);
    for (const event of EVENTS.slice(100)) streams[0]?.onEvents([event]);
    expect(store.get().state).toEqual(fold('r', EVENTS));
  });

  it('renders far less often than events arrive, and the terminal state at once', () => {
    const { store, streams, updates } = setUp();
    for (const event of EVENTS.slice(0, -1)) streams[0]?.onEvents([event]);
    expect(updates()).toBeLessThan(20);
    streams[0]?.onEvents(EVENTS.slice(-1));
    expect(store.get().state.status).toBe('failed');
  });

  it('tells how the connection is at once', () => {
    const { store, streams } = setUp();
    streams[0]?.onConnection('reconnecting');
    expect(store.get().connection).toBe('reconnecting');
  });

  it('stops reading when nobody looks and goes on from there when somebody does', () => {
    const { store, streams, unsubscribe } = setUp();
    streams[0]?.onEvents(EVENTS.slice(0, 10));
    unsubscribe();
    expect(streams[0]?.signal.aborted).toBe(true);
    store.subscribe(() => undefined);
    expect(streams[1]?.after).toBe(10);
  });
});
