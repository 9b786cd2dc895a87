import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import { validateTeam } from '@/lib/team-config/validate-team';
import { playTeam } from '../testing/play-team';

let doubles: Doubles;

beforeAll(async () => {
  doubles = await startDoubles();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await doubles.close();
});

function play(type: string, models: string[], input: string) {
  const agents = models.map((model) => ({ backend: { type, model } }));
  return playTeam(validateTeam({ agents }).team, input, { apiKey: 'k', baseUrl: `${doubles.origin}/v1` });
}

describe('teams of the wire-format doubles', () => {
  it.each(['openai_compatible', 'claude'])('three %s agents revise, void a vote and present', async (type) => {
    const { state, events, presented } = await play(type, ['team-a', 'team-b', 'team-c'], `Question for ${type}`);
    expect(state.answers.some(({ version }) => version > 1)).toBe(true);
    expect(events.some((event) => event.type === 'vote.voided')).toBe(true);
    expect(state.winner).not.toBeNull();
    expect(presented).toMatch(/^final1 final2 /);
  });

  it('a model without tools takes part through the text form', async () => {
    const { state, presented } = await play('openai_compatible', ['no-tools', 'team-a'], 'Question without tools');
    expect(state.answers.map(({ slot }) => slot)).toContain('A');
    expect(state.votes.some(({ slot }) => slot === 'A')).toBe(true);
    expect(presented).toMatch(/final1/);
  });

  it.each(['fault-401', 'fault-500', 'fault-cut', 'fault-malformed', 'fault-endless', 'fault-duplicate', 'fault-429'])(
    'with %s in it the others still finish',
    async (model) => {
      const { state } = await play('openai_compatible', [model, 'team-a@0x4', 'team-b@0x4'], `Question for ${model}`);
      expect(state.winner).not.toBeNull();
      expect(state.answers.filter(({ slot }) => slot === 'A').length).toBeLessThanOrEqual(3);
    },
  );

  it('the requests contain the answers that the log says were delivered', async () => {
    doubles.journal.clear();
    const { events } = await play('openai_compatible', ['team-a', 'team-b'], 'Question with receipts');
    const receipts = events.filter((event) => event.type === 'context.delivered');
    expect(receipts.length).toBeGreaterThan(0);
    for (const { callId, answerIds } of receipts) {
      const bodies = doubles.journal.items().filter(({ headers }) => headers['x-massgen-call'] === callId);
      for (const id of answerIds) expect(JSON.stringify(bodies)).toContain(`<answer id=\\"${id}\\"`);
    }
  });
});
