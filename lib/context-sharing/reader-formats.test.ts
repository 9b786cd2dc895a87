import { describe, expect, test } from 'vitest';
import { BackendError } from '@/lib/agents/backend-error';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { untilEvent } from '@/lib/engine/testing/test-engine';
import type { ContextDelivered } from '@/lib/protocol/context-event';
import type { RunEvent } from '@/lib/protocol/event';
import { codeAuthor } from './testing/code-author';
import { DOUBLE_READERS } from './testing/double-readers';
import { useDoubleRuns } from './testing/double-runs';
import { grokFaults } from './testing/formats/grok-faults';
import { responsesFaults } from './testing/formats/responses-faults';
import { zaiFaults } from './testing/formats/zai-faults';
import { sharingTeam } from './testing/sharing-team';
import { textsIn } from './testing/texts-in';

const PER_PEER = 1_500;
const EVIDENCE = '11 passed, 1 failed: parse.test.ts:3';
const LOG = Array.from({ length: 2_000 }, (_, line) => `line ${line} of a long log`).join('\n');

const isDelivery = (event: RunEvent): event is RunEvent & ContextDelivered => event.type === 'context.delivered';

const work = () => ({
  answer: 'The author’s answer: the third line is wrong.',
  ownTools: [
    { tool: 'Read', arguments: { file_path: 'log.txt' }, result: LOG },
    { tool: 'Bash', arguments: { command: 'npm test -- parse' }, result: EVIDENCE, isError: true },
  ],
  files: { 'src/parse.ts': 'export const parse = (text: string) => text.trim();\n' },
  text: ['I looked ', 'at the parser.'],
});

describe.each(DOUBLE_READERS)('$type, $model, tools: $canCallTools', ({ type, model, canCallTools, faults }) => {
  const acts = model.includes('note');
  const runs = useDoubleRuns();

  test('gets what a coding agent has done in requests that its provider takes, and is read by it', async () => {
    const published = Promise.withResolvers<void>();
    const author = codeAuthor(() => ({ ...work(), until: published.promise }));
    const engine = await runs.openWith([author], [type]);
    const team = sharingTeam([{ type: 'claude_code' }, { type, model, canCallTools }], { maxTokensPerPeer: PER_PEER });
    const playing = runs.play(team, `Question for ${type} ${model}`);
    void author.begun.then(({ runId }) =>
      untilEvent(engine, runId, (event) => event.type === 'context.captured' && event.slot === 'B').then(() =>
        published.resolve(),
      ),
    );
    const played = await playing;
    const { events, state } = played;
    expect(state.status).toBe('finished');

    const bodies = runs.bodiesOf(played, 'B');
    expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
    const told = bodies.map((body) => textsIn(body).join('\n'));
    const behind = told.findIndex((text) => text.includes('<answer id="A.1" by="agent A">'));
    expect(behind).toBeGreaterThan(0);
    const [context = ''] =
      /<peer_context from="agent A"[\s\S]*?<\/peer_context>[^\n]*(?:\n\nCut to fit.*)?/.exec(told[behind] ?? '') ?? [];
    expect(told[behind]).toContain('The author’s answer: the third line is wrong.');
    expect(context).toContain('npm test -- parse');
    expect(context).toContain(EVIDENCE);
    expect(context).toContain('+export const parse = (text: string) => text.trim();');
    expect(context).toContain('Cut to fit: ');
    expect(context).not.toContain('line 1000 of');
    expect(context.includes('<tool_call')).toBe(canCallTools);
    const receipts = events.filter(isDelivery).filter(({ slot }) => slot === 'B');
    const shared = receipts.flatMap(({ contexts = [] }) => contexts);
    expect(shared[0]).toMatchObject({ from: 'A', answerId: 'A.1', form: canCallTools ? 'structured' : 'text' });
    for (const { tokens } of shared) expect(tokens).toBeLessThanOrEqual(PER_PEER);
    expect(context.length).toBeLessThanOrEqual(PER_PEER * 4);

    // An answer is told once: as an answer.
    expect(textsIn(author.news).join('\n').split(`Answer 1 of ${model}`)).toHaveLength(2);
    const news = textsIn(author.news).join('\n');
    expect(news).toContain('<answer id="B.1" by="agent B">');
    expect(news).toContain(`Answer 1 of ${model}`);
    expect(news).toMatch(/<peer_context from="agent B"[\s\S]*\b(?:w|final)1 /);
    if (!acts) return;
    expect(news).toContain(`<note id="B-n1" from="agent B">\nNote of`);
    const later = author.calls.filter(({ slot, toolChoice }) => slot === 'A' && toolChoice !== 'none').at(-1);
    expect(textsIn(later?.messages).join('\n')).toContain('<answer id="B.2" by="agent B">');
    expect(textsIn(later?.messages).join('\n')).toContain(`Answer 2 of ${model}`);
  });
});

describe('a slot whose backend changes', () => {
  const runs = useDoubleRuns();
  const CHANGES = [
    { type: 'openai', model: 'note-b@0x4', faults: responsesFaults },
    { type: 'zai', model: 'note-c@0x4', faults: zaiFaults },
    { type: 'grok', model: 'note-d@0x4', faults: grokFaults },
  ];

  test('from turn to turn it begins with its own work of the turn before, and with what was agreed on', async () => {
    const author = codeAuthor(work);
    await runs.openWith(
      [author],
      CHANGES.map(({ type }) => type),
    );
    const other = { type: 'openai_compatible', model: 'team-e@0x4' };
    let last = await runs.play(sharingTeam([{ type: 'claude_code' }, other]), 'Question 1');
    expect(last.state.status).toBe('finished');
    const agreed = [last.state.presentation?.text.trim() ?? ''];
    for (const [turn, { type, model, faults }] of CHANGES.entries()) {
      const before = last.state.answers.filter(({ slot }) => slot === 'A').at(-1)?.content ?? 'none';
      last = await runs.play(sharingTeam([{ type, model }, other]), `Question ${turn + 2}`, last);
      expect(last.state.status, type).toBe('finished');
      const bodies = runs.bodiesOf(last, 'A');
      expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
      const first = textsIn(bodies[0]).join('\n');
      const own = /<own_context turn="earlier">[\s\S]*<\/own_context>/.exec(first)?.[0];
      expect(own, type).toContain(before);
      for (const text of agreed) expect(first.replace(own ?? '', ''), type).toContain(text);
      if (turn === 0) {
        expect(own).toContain(EVIDENCE);
        expect(own).toContain('+export const parse');
      } else expect(own, type).toContain(`Note of ${CHANGES[turn - 1]?.model.split('@')[0]}`);
      // A model that has no folder keeps the files for whoever comes next.
      const snapshot = last.state.slots[0]?.snapshot?.snapshotId ?? '';
      expect((await runs.filesOf(snapshot)).map(({ path }) => path)).toContain('src/parse.ts');
      agreed.push(last.state.presentation?.text.trim() ?? '');
      expect(agreed.at(-1)).not.toBe('');
    }
  });

  test('in the midst of a run it goes on with what the first one has done, in its own provider’s format', async () => {
    const broken = createScriptedBackend({
      type: 'claude_code',
      script: () => ({
        ownTools: [{ tool: 'Bash', arguments: { command: 'npm test' }, result: EVIDENCE, isError: true }],
        error: new BackendError('auth', 'The key is wrong.'),
      }),
    });
    await runs.openWith([broken], ['openai', 'zai']);
    const fallbacks = [{ type: 'openai', model: 'note-b@0x4' }];
    const team = sharingTeam([
      { type: 'claude_code', fallbacks },
      { type: 'zai', model: 'team-c@0x4' },
    ]);
    const played = await runs.play(team, 'Question behind a switch');
    expect(played.state.status).toBe('finished');
    for (const [slot, faults] of [['A', responsesFaults] as const, ['B', zaiFaults] as const]) {
      const bodies = runs.bodiesOf(played, slot);
      expect(bodies.length).toBeGreaterThan(1);
      expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
      expect(textsIn(bodies.at(-1)).join('\n'), slot).toContain(EVIDENCE);
    }
  });
});
