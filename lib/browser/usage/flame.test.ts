import { describe, expect, it } from 'vitest';
import type { DraftEvent, RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { costCsv } from './cost-csv';
import { costTable } from './cost-table';
import { flameOf } from './flame';

const figures = { inputTokens: 300, outputTokens: 100, cachedTokens: 50, reasoningTokens: 20 };
const SCRIPT: [second: number, event: DraftEvent][] = [
  [0, { type: 'run.started', team: testTeam(2), input: 'Q', seed: 1 }],
  [1, { type: 'agent.started', slot: 'A', callId: 'a1', phase: 'coordination' }],
  [2, { type: 'tool.called', slot: 'A', callId: 'a1', toolCallId: 't1', tool: 'search', arguments: {} }],
  [3, { type: 'tool.called', slot: 'A', callId: 'a1', toolCallId: 't2', tool: 'read', arguments: {} }],
  [4, finished('t1', 'search')],
  [5, finished('t2', 'read')],
  [5, { type: 'tool.called', slot: 'A', callId: 'a1', toolCallId: 't3', tool: 'vote', arguments: {} }],
  [6, { type: 'usage', slot: 'A', callId: 'a1', ...figures, costUsd: 0.3, priceDate: '2026-01-02' }],
  [6, { type: 'agent.finished', slot: 'A', callId: 'a1', outcome: 'acted' }],
  [7, { type: 'agent.started', slot: 'B', callId: 'b1', phase: 'vote' }],
  [8, { type: 'usage', slot: 'B', callId: 'b1', ...figures, costUsd: null, model: '=odd,"name"' }],
  [10, { type: 'run.stopped', answerId: null, final: null }],
];

function finished(toolCallId: string, tool: string): DraftEvent {
  return { type: 'tool.finished', slot: 'A', callId: 'a1', toolCallId, tool, result: '', isError: false, tookMs: 1 };
}

const EVENTS = SCRIPT.map(([second, event], index): RunEvent => {
  const at = new Date(1_700_000_000_000 + second * 1000).toISOString();
  return { seq: index + 1, at, runId: 'run', ...event };
});

describe('flameOf', () => {
  it('splits the time of each agent into model, tools and waiting', () => {
    const { length, lanes } = flameOf(EVENTS);
    expect(length).toBe(10_000);
    expect(lanes.map(({ slot, modelMs, toolMs, waitingMs }) => [slot, modelMs, toolMs, waitingMs])).toEqual([
      ['A', 2000, 3000, 5000],
      ['B', 3000, 0, 7000],
    ]);
    expect(lanes[0]?.calls).toMatchObject([
      { from: 1000, to: 6000, phase: 'coordination', outcome: 'acted', costUsd: 0.3, unpriced: false },
    ]);
    expect(lanes[1]?.calls).toMatchObject([
      { from: 7000, to: 10_000, outcome: 'stopped', costUsd: null, unpriced: true },
    ]);
  });

  it('leaves open what goes on, and has nothing to show of nothing', () => {
    const { length, lanes } = flameOf(EVENTS.slice(0, 4));
    expect(length).toBe(3000);
    expect(lanes[0]).toMatchObject({
      calls: [{ to: null, tools: [{ to: null }, { to: null }] }],
      modelMs: 1000,
      toolMs: 1000,
    });
    expect(flameOf([])).toEqual({ length: 1, lanes: [] });
  });
});

describe('costTable', () => {
  it('shares by tokens while a price is missing, and names the price lists and what has none', () => {
    const table = costTable(fold('run', EVENTS));
    expect(table).toMatchObject({ shareOf: 'tokens', unpriced: ['=odd,"name"'], total: { costUsd: 0.3, requests: 2 } });
    expect(table.priceDates).toEqual([{ model: 'secret-model-A', date: '2026-01-02' }]);
    expect(table.rows.map(({ slot, phase, share }) => [slot, phase, share])).toEqual([
      ['A', 'coordination', 0.5],
      ['B', 'vote', 0.5],
    ]);
  });

  it('shares by cost when every price is known', () => {
    const { shareOf, rows } = costTable(fold('run', EVENTS.slice(0, 10)));
    expect([shareOf, rows[0]?.share]).toEqual(['cost', 1]);
  });

  it('is copied as CSV: an unknown price is an empty cell, and no cell is a formula', () => {
    const [head, a, b] = costCsv(fold('run', EVENTS)).split('\n');
    expect(head).toMatch(/^slot,phase,backend,model,requests,inputTokens/);
    expect(a).toBe('A,coordination,demo,secret-model-A,1,300,50,100,20,0,0.3,2026-01-02');
    expect(b).toBe(`B,vote,demo,"'=odd,""name""",1,300,50,100,20,0,,`);
  });
});
