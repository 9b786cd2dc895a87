import { describe, expect, test } from 'vitest';
import type { AgentCall } from '@/lib/agents/backend';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { ballotOf } from '@/lib/engine/testing/team-script';
import { MAX_NOTES_PER_SLOT } from '@/lib/protocol/board-tools';
import { useSharingRuns } from './testing/sharing-runs';
import { sharingTeam } from './testing/sharing-team';

const SEATS = [{ type: 'scripted' }, { type: 'scripted' }];
const STEPS = 12;

describe('agents that answer each other’s notes', () => {
  const runs = useSharingRuns();
  const reply = (call: AgentCall, step: number) => ({
    tools: [{ tool: 'post_note', arguments: { text: `Reply ${step} of ${call.slot}: and what do you say?` } }],
  });

  test('for ever: their notes and steps run out, and the run ends once', async () => {
    let steps = 0;
    const backend = createScriptedBackend({ script: (call) => reply(call, ++steps) });
    await runs.open([backend]);
    const { state, events } = await runs.play(sharingTeam(SEATS, {}, { stepsPerCall: STEPS }));
    expect(state.status).toBe('failed');
    for (const slot of ['A', 'B']) {
      expect(state.notes.filter((note) => note.slot === slot)).toHaveLength(MAX_NOTES_PER_SLOT);
      const calls = events.filter((event) => event.type === 'agent.started' && event.slot === slot).length;
      expect(backend.calls.filter((call) => call.slot === slot).length).toBeLessThanOrEqual(calls * STEPS);
    }
    expect(events.some((event) => event.type === 'bound.hit' && event.bound === 'stepsPerCall')).toBe(true);
    expect(events.filter(({ type }) => /^run\.(?:finished|failed|stopped)$/.test(type))).toHaveLength(1);
  });

  test('between answer and vote: a note wakes nobody who has voted', async () => {
    const written = new Map<string, number>();
    const backend = createScriptedBackend({
      script: (call) => {
        if (call.toolChoice === 'none') return { text: ['Presented.'] };
        const count = (written.get(call.slot) ?? 0) + 1;
        written.set(call.slot, count);
        const [choice] = ballotOf(call).sort();
        if (count === 1) return { tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot}` } }] };
        if (count % 4 !== 0 || !choice) return reply(call, count);
        return { tools: [{ tool: 'vote', arguments: { answer_id: choice, reason: 'It is right.' } }] };
      },
    });
    await runs.open([backend]);
    const { state, events } = await runs.play(sharingTeam(SEATS));
    expect(state.status).toBe('finished');
    expect(state.notes.length).toBeGreaterThan(2);
    expect(events.filter((event) => event.type === 'agent.started').length).toBeLessThan(10);
    expect(events.filter(({ type }) => /^run\.(?:finished|failed|stopped)$/.test(type))).toHaveLength(1);
  });
});
