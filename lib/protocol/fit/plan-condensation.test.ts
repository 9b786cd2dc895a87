import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../estimate-tokens';
import { buildRequest } from '../prompt/build-request';
import { fillReferences } from '../prompt/fill-references';
import type { HistoryMessage, PromptMessage } from '../prompt-message';
import { random } from '../random';
import { SimulatedRun } from '../testing/simulated-run';
import { testTeam } from '../testing/test-team';
import { slotOf } from '../update-slot';
import { LEAST_WINDOW, planCondensation } from './plan-condensation';
import { renderingBy } from './rendering';
import { requestTokens } from './request-tokens';
import { WHOLE_REQUEST } from './whole-request';

const references = { partsOf: () => [], textOf: () => '' };
const QUESTION = 'The question';

/** Prose, code, Chinese, Korean, digits, emoji, and what is escaped. */
const SCRIPTS = [
  'The quick brown fox jumps over the lazy dog. ',
  'for (const a of b) { if (a?.x !== "y") return f(a[0]); }\n',
  '条件が満たされたときだけ実行されます。',
  '사용자가 질문한 내용을 확인합니다. ',
  '8419,7302.55;001 ',
  'fine 👍🏽 done 🎉 ',
  'a </answer> b <answer id="A.9"> "quoted" \\ \n',
];

function textOf(next: () => number, most: number): string {
  const unit = SCRIPTS[Math.floor(next() * SCRIPTS.length)] ?? '';
  return `${next()} ${unit.repeat(Math.ceil((next() ** 3 * most) / unit.length))} end`;
}

/** A run in which agents publish, work, take notes and are steered, stopped somewhere with a call of A. */
function randomState(seed: number) {
  const next = random(seed, 'fit');
  const size = 2 + Math.floor(next() * 4);
  const agents: Record<string, object> = next() < 0.3 ? { A: { canCallTools: false }, B: { canCallTools: false } } : {};
  const run = new SimulatedRun(
    testTeam(size, { agents, coordination: { voidVotes: next() < 0.5 ? 'all' : 'superseded' } }),
    seed,
  );
  const active = () => run.state.slots.flatMap(({ slot, call }) => (call ? [slot] : []));
  for (let moves = Math.floor(next() * 25); moves > 0 && active().length > 0 && !run.isOver; moves -= 1) {
    const slot = active()[Math.floor(next() * active().length)] ?? 'A';
    run.request(slot);
    const kind = next();
    if (kind < 0.35) run.act(slot, ['new_answer', { content: textOf(next, 60_000) }]);
    else if (kind < 0.5) run.text(slot, textOf(next, 8_000));
    else if (kind < 0.75) {
      const call = { slot, callId: run.callId(slot), toolCallId: `w${moves}`, tool: 'search' };
      run.append({ type: 'tool.called', ...call, server: 'x', arguments: { query: textOf(next, 2_000) } });
      run.append({
        type: 'tool.finished',
        ...call,
        server: 'x',
        result: textOf(next, 80_000),
        isError: false,
        tookMs: 1,
      });
    } else if (kind < 0.8) run.append({ type: 'steer.received', text: `Steering ${moves}: be brief.` });
    else {
      const choice = run.state.answers.at(-1)?.answerId ?? 'A.1';
      run.act(slot, ['vote', { answer_id: choice, reason: textOf(next, 500) }]);
    }
  }
  const turns = next() < 0.5 ? 0 : Math.floor(next() * 60);
  const history = Array.from({ length: turns }, (_, turn): HistoryMessage[] => [
    { role: 'user', text: textOf(next, 3_000) },
    ...(next() < 0.9 ? [{ role: 'assistant' as const, text: textOf(next, turn % 7 === 0 ? 40_000 : 3_000) }] : []),
  ]).flat();
  const slot = active()[0];
  return slot === undefined ? null : { state: run.state, slot, history, next };
}

const filled = (messages: Parameters<typeof fillReferences>[0]) => fillReferences(messages, references);
const userTexts = (messages: PromptMessage[]) =>
  messages.flatMap((message) =>
    message.role === 'user' ? message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])) : [],
  );

describe('planCondensation', () => {
  it('makes whatever has happened fit into any window, with the question and what people say whole', () => {
    let condensed = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const made = randomState(seed);
      if (!made) continue;
      const { state, slot, history, next } = made;
      const window = LEAST_WINDOW + Math.floor(next() ** 2 * 60_000);
      const budget = Math.floor(window * 0.75);
      const whole = buildRequest(state, slot, history);
      if (requestTokens(filled(whole.messages), whole.tools) <= budget) continue;
      condensed += 1;
      const canCall = state.team?.agents.find((agent) => agent.slot === slot)?.canCallTools ?? true;
      const readMore = canCall && slotOf(state, slot)?.call?.phase !== 'presentation' ? 300 : null;
      const plan = planCondensation({ state, slot, history, references, budget, readMore, made: [] });
      if ('impossible' in plan) throw new Error(`Seed ${seed}: ${plan.impossible} of ${budget} tokens.`);
      const { summary } = plan.condensation;
      const summaries = summary
        ? [{ messages: summary.messages, turns: 1, characters: 1, text: '要約'.repeat(5_000) }]
        : [];
      const { messages, tools } = buildRequest(state, slot, history, renderingBy(plan.condensation, summaries));
      expect(requestTokens(filled(messages), tools), `seed ${seed}`).toBeLessThanOrEqual(budget);
      const texts = userTexts(filled(messages));
      expect(texts).toContain(QUESTION);
      const steers = slotOf(state, slot)?.items.flatMap((item) => (item.kind === 'delivered' ? item.steers : [])) ?? [];
      for (const steer of steers) expect(texts.some((text) => text.includes(steer.text))).toBe(true);
      for (const { answerId } of state.answers.filter((answer) => slotOf(state, slot)?.seen.includes(answer.answerId)))
        expect(JSON.stringify(messages), `${seed} ${answerId}`).toContain(answerId);
    }
    expect(condensed).toBeGreaterThan(150);
  }, 120_000);

  it('leaves a request as it is where nothing is condensed', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const made = randomState(seed);
      if (!made) continue;
      const { state, slot, history } = made;
      const untouched = renderingBy(WHOLE_REQUEST, []);
      expect(buildRequest(state, slot, history, untouched)).toEqual(buildRequest(state, slot, history));
    }
  });

  it('gives candidates of very different length equal shares', () => {
    const run = new SimulatedRun(testTeam(5, { coordination: { voidVotes: 'superseded' } }));
    const lengths: Record<string, number> = { B: 300, C: 4_000, D: 60_000, E: 400_000 };
    for (const [slot, length] of Object.entries(lengths)) {
      run.request(slot);
      run.act(slot, ['new_answer', { content: `${slot} begins. ${'word '.repeat(length / 5)}${slot} ends.` }]);
    }
    run.request('A');
    const { state } = run;
    const plan = planCondensation({
      state,
      slot: 'A',
      history: [],
      references,
      budget: 6_000,
      readMore: 500,
      made: [],
    });
    if ('impossible' in plan) throw new Error('It fits.');
    const { messages } = buildRequest(state, 'A', [], renderingBy(plan.condensation, []));
    const text = userTexts(filled(messages)).join('\n');
    const sizes = [...text.matchAll(/<answer id="(.)\.1".*?>\n([\s\S]*?)\n<\/answer>/g)].map(
      ([, slot = '', content = '']) => {
        expect(content).toMatch(new RegExp(`^${slot} begins\\.[\\s\\S]*${slot} ends\\.$`));
        return [slot, estimateTokens(content)] as const;
      },
    );
    const by = Object.fromEntries(sizes);
    expect(Object.keys(by).sort()).toEqual(['B', 'C', 'D', 'E']);
    expect(text).toContain(`B begins. ${'word '.repeat(60)}B ends.`);
    expect(Math.abs((by.D ?? 0) - (by.E ?? 0))).toBeLessThan(60);
    expect(by.D).toBeGreaterThan(1_500);
    expect(text).toMatch(
      /of 400,017 characters of answer E\.1 left out here: .*read_more \{"source": "E\.1", "offset": \d+\} reads on\./,
    );
  });

  it('says what is impossible: a question that is longer than the window is never cut', () => {
    const run = new SimulatedRun(testTeam(2));
    run.request('A');
    const state = { ...run.state, input: 'long '.repeat(60_000) };
    const plan = planCondensation({
      state,
      slot: 'A',
      history: [],
      references,
      budget: 6_000,
      readMore: 500,
      made: [],
    });
    expect(plan).toEqual({ impossible: expect.any(Number) });
  });
});
