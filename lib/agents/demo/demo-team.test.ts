import { describe, expect, it } from 'vitest';
import type { TeamDefinition } from '@/db/types/team-definition';
import { findPreset } from '@/lib/team-config/presets';
import { validateTeam } from '@/lib/team-config/validate-team';
import { playTeam } from '../testing/play-team';

const TEXT = `Summarise this text and compute the total.

The office of Lumen Labs moves from Graz to Vienna. The contract was signed on 3 March 2026 and the move ends on 30 June 2026.
Transport: 4,200 EUR
New furniture: 9,850 EUR
Network: 1,950 EUR
Total: 15,000 EUR
Maria Huber leads the project and several suppliers are still to be chosen.`;

/** Tokens per second at which who finishes first is the demo's choice, and not that of a busy machine. */
const PACE = 300;

function demoTeam(tokensPerSecond: number, seed: number, preset = 'demo') {
  const { definition } = findPreset(preset)!;
  const agents = definition.agents.map((agent): TeamDefinition['agents'][number] => ({
    ...agent,
    backend: { ...agent.backend, params: { tokensPerSecond, seed } },
  }));
  return validateTeam({ ...definition, agents }).team;
}

describe('the demo team', () => {
  it.each([1, 2, 3])('revises, votes again and presents everything it found (seed %i)', async (seed) => {
    const { state, events, presented } = await playTeam(demoTeam(PACE, seed), TEXT, { apiKey: null, baseUrl: null });
    const revised = state.answers.filter(({ version }) => version > 1);
    expect(revised.length).toBeGreaterThan(0);
    expect(events.some(({ type }) => type === 'vote.voided')).toBe(true);
    expect(state.winner).not.toBeNull();
    for (const fact of ['16,000 EUR', 'does not agree', '119 days', 'Maria Huber']) expect(presented).toContain(fact);
    expect(presented).not.toMatch(/\b[ABC]\.\d\b/);
  });

  it.each(['all', 'auto'] as const)(
    'decides by evidence as well, and presents everything it found (depth %s)',
    async (depth) => {
      const team = demoTeam(1200, 1);
      const coordination = { ...team.coordination, decision: 'evidence' as const, depth };
      const { state, events, presented } = await playTeam({ ...team, coordination }, TEXT, {
        apiKey: null,
        baseUrl: null,
      });
      expect(state.winner).toMatchObject({ rule: 'evidence', decidedBy: expect.any(String) });
      expect(events.some((event) => event.type === 'agent.failed')).toBe(false);
      expect(events.some(({ type }) => type === 'vote.cast')).toBe(false);
      if (depth === 'all') for (const fact of ['16,000 EUR', 'does not agree']) expect(presented).toContain(fact);
      expect(presented).not.toMatch(/\b[ABC]\.\d\b/);
    },
  );

  it('says what it cannot know, and computes what it can, for a bare question', async () => {
    const { presented } = await playTeam(demoTeam(1200, 1), 'What is 12 * (3 + 4), and why is the sky blue?', {
      apiKey: null,
      baseUrl: null,
    });
    expect(presented).toContain('12 × (3 + 4) = 84');
    expect(presented).toContain('cannot answer “why is the sky blue”');
  });

  it('decides which of two expressions is larger', async () => {
    const { presented } = await playTeam(demoTeam(1200, 1), 'Which is larger, 12*7 or 90?', {
      apiKey: null,
      baseUrl: null,
    });
    expect(presented).toContain('90 is larger than 12 × 7 = 84');
    expect(presented).not.toMatch(/no text was given|no source/i);
  });

  it('works on facts that stand in one paragraph with the question', async () => {
    const text = 'Three bridges cost 40, 50 and 60 million. What do all three cost together?';
    const { presented } = await playTeam(demoTeam(1200, 1), text, { apiKey: null, baseUrl: null });
    expect(presented).toContain('150');
    expect(presented).not.toContain('no text was given');
  });

  it.each([1, 2])('that shares context passes the reviewer’s note on before its answer (seed %i)', async (seed) => {
    const { state, events, presented } = await playTeam(demoTeam(PACE, seed, 'demo-sharing'), TEXT, {
      apiKey: null,
      baseUrl: null,
    });
    expect(state.notes).toMatchObject([{ slot: 'C', text: expect.stringContaining('does not agree') }]);
    const given = events.flatMap((event) =>
      event.type === 'context.delivered' && event.noteIds?.length ? [[event.slot, ...event.noteIds]] : [],
    );
    expect(given.map(([slot]) => slot).sort()).toEqual(['A', 'B']);
    expect(presented).toContain('does not agree');
    const ownAnswer = state.answers.find(({ slot }) => slot === 'C');
    expect(state.notes[0]?.seq).toBeLessThan(ownAnswer?.seq ?? Number.POSITIVE_INFINITY);
  });
});
