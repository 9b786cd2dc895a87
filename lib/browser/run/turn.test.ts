import { describe, expect, it } from 'vitest';
import { answerKey, type ContinuedTurn, isNamedBy, joinTurns, mergeTurns, type Turn } from './turn';

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
