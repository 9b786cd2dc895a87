import { describe, expect, it } from 'vitest';
import { answerKey, type ContinuedTurn, mergeTurns, type Turn } from './turn';

const asked = { messageId: 'm', text: 'x', attachments: [], questionBranches: null, answerBranches: null };
const turn = (id: string): Turn => ({ ...asked, run: { id, status: 'running', result: null, state: null } });
const continued: ContinuedTurn = {
  ...asked,
  run: null,
  answerMessageId: 'continued',
  answer: 'y',
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
