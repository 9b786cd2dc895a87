import { describe, expect, it } from 'vitest';
import { answerKey, type ContinuedTurn, isNamedBy, joinTurns, mergeTurns, stillSent, type Turn } from './turn';

const asked = {
  messageId: 'm',
  answerMessageId: null,
  after: null,
  text: 'x',
  textCutFrom: null,
  askedBy: null,
  attachments: [],
  checks: null,
  questionBranches: null,
  answerBranches: null,
};
const turn = (id: string): Turn => ({ ...asked, run: { id, status: 'running', result: null, state: null } });
const continued: ContinuedTurn = {
  ...asked,
  run: null,
  answerMessageId: 'continued',
  answer: 'y',
  answerCutFrom: null,
  continuedFrom: { contextId: 'c', slot: 'A', answerId: 'A.1' },
};
const sent = (id: string, after: string | null) => ({ turn: turn(id), after });

describe('mergeTurns', () => {
  it('shows what was sent behind what the server has, one behind the other', () => {
    const turns = mergeTurns([turn('1')], [sent('2', '1'), sent('3', '2')]);
    expect(turns.map(answerKey)).toEqual(['1', '2', '3']);
  });

  it('shows a turn once when the server has it', () => {
    expect(mergeTurns([turn('1'), turn('2')], [sent('2', '1')]).map(answerKey)).toEqual(['1', '2']);
  });

  const page = (ids: string[], onward: string | null = null) => ({ turns: ids.map(turn), earlier: false, onward });
  const keys = (left: { turn: Turn }[]) => left.map(({ turn }) => answerKey(turn));

  it('keeps of what was sent what the server does not list yet', () => {
    const both = [sent('2', '1'), sent('3', '2')];
    expect(keys(stillSent(both, page(['1']), page(['1'])))).toEqual(['2', '3']);
    expect(keys(stillSent(both, page(['1']), page(['1', '2'])))).toEqual(['3']);
    expect(keys(stillSent(both, page(['1', '2']), page(['1', '2', '3'])))).toEqual([]);
    expect(keys(stillSent([sent('1', null)], page([]), page([])))).toEqual(['1']);
  });

  it('forgets what was sent where its reader goes back, or to another branch', () => {
    const both = [sent('2', '1'), sent('3', '2')];
    // Back to the first answer, whether or not the server's list was read anew before.
    expect(stillSent(both, page(['1']), page(['1'], 'leaf'))).toEqual([]);
    expect(stillSent([], page(['1', '2', '3']), page(['1'], 'leaf'))).toEqual([]);
    // A question was worded anew.
    expect(stillSent(both, page(['1', 'old']), page(['1', 'new']))).toEqual([]);
  });

  it('leaves out what was sent in another branch', () => {
    expect(mergeTurns([continued], [sent('1', null), sent('2', '1')]).map(answerKey)).toEqual(['continued']);
    expect(mergeTurns([continued], [sent('1', null), sent('2', 'continued')]).map(answerKey)).toEqual([
      'continued',
      '2',
    ]);
  });
});

describe('joinTurns', () => {
  const at = (id: string, after: string | null): Turn => ({
    ...turn(id),
    messageId: `q${id}`,
    answerMessageId: id,
    after,
  });
  const known = (...turns: Turn[]) => new Map(turns.map((entry) => [entry.answerMessageId ?? '', entry]));
  const keys = (turns: ReturnType<typeof joinTurns>) => turns.map(answerKey);

  it('puts what is known of the same branch before a page, as far as it goes back without a hole', () => {
    const all = known(at('1', null), at('2', '1'), at('4', '3'), at('5', '4'));
    expect(keys(joinTurns([at('3', '2'), at('4', '3')], all))).toEqual(['1', '2', '3', '4']);
    expect(keys(joinTurns([at('6', '5')], all))).toEqual(['4', '5', '6']);
  });

  it('leaves out what is known of another branch', () => {
    expect(keys(joinTurns([at('3', 'other')], known(at('1', null), at('2', '1'))))).toEqual(['3']);
    expect(keys(joinTurns([], known(at('1', null))))).toEqual([]);
  });

  it('finds a turn by its question, its answer or its run', () => {
    const named = { ...at('1', null), run: { ...turn('r').run } };
    expect(['q1', '1', 'r', 'x'].map((id) => isNamedBy(named, id))).toEqual([true, true, true, false]);
  });
});
