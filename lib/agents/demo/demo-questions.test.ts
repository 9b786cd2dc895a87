import { describe, expect, it } from 'vitest';
import { texts } from '@/components/chat/new-chat-texts';
import { findPreset } from '@/lib/team-config/presets';
import { validateTeam } from '@/lib/team-config/validate-team';
import { playTeam } from '../testing/play-team';
import { CAN_DO } from './cannot';
import { QUESTIONS } from './demo-questions';

async function ask(question: string) {
  const { definition } = findPreset('demo')!;
  const agents = definition.agents.map((agent) => ({
    ...agent,
    backend: { ...agent.backend, params: { tokensPerSecond: 20_000, seed: 1 } },
  }));
  return playTeam(validateTeam({ ...definition, agents }).team, question, { apiKey: null, baseUrl: null });
}

/** Calculates a shown computation again, by other means than the backend does. */
function again(shown: string): number {
  const source = shown
    .replaceAll(',', '')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('^', '**')
    .replace(/(\d[\d.]*)%/g, '($1/100)');
  if (!/^[\d.()+*/\s-]+$/.test(source)) throw new Error(`No computation: ${shown}`);
  return Number(new Function(`return (${source})`)());
}

function expectTrue(answer: string) {
  for (const [, shown = '', result = '', percent] of answer.matchAll(
    /([(-]*\d[\d.,%()+×÷^\s-]*?)\s=\s(-?\d[\d,]*(?:\.\d+)?)(%)?/g,
  )) {
    const value = Number(result.replaceAll(',', '')) / (percent ? 100 : 1);
    expect(again(shown.trim()), `${shown} = ${result}`).toBeCloseTo(value, 3);
  }
}

describe('the demo team on everyday questions', () => {
  it.each(QUESTIONS)('%s', async (question, has, hasNot) => {
    const { presented, state } = await ask(question);
    for (const text of has) expect(presented).toContain(text);
    for (const text of hasNot) expect(presented).not.toContain(text);
    expectTrue(presented);
    expect(state.winner).not.toBeNull();
  });

  it.each([
    [0, ['1,800 + 24 × 35 × 3 + 2 × 900 × 3 = 9,720 EUR', 'More than “Budget” by 9,720 - 9,000 = 720 EUR']],
    [1, ['from 02:10 to 03:30 there are 80 minutes', '12 and 14', '40 minutes']],
    [2, ['Hosted shop with 3,648 EUR', '3,900 - 3,648 = 252 EUR']],
  ] as const)('offered example %i is answered', async (index, has) => {
    const { presented } = await ask(texts.examples[index]!.text);
    for (const text of has) expect(presented).toContain(text);
    expectTrue(presented);
    expect(presented).not.toMatch(/\d\*\d/);
  });

  it.each(CAN_DO)('can do what it offers: %s', async (question) => {
    const { presented } = await ask(question);
    expect(presented).toMatch(/= [\d,]+|\d days/);
    expect(presented).not.toContain('simulation');
  });

  it('agrees at once where it cannot answer', async () => {
    const { state, events } = await ask('Write a poem');
    expect(events.filter(({ type }) => type === 'vote.voided')).toHaveLength(0);
    expect(JSON.stringify(events.filter(({ type }) => type === 'vote.cast'))).toContain('cannot answer this');
    expect(state.answers.every(({ version }) => version === 1)).toBe(true);
  });
});
