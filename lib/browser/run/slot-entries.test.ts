import { describe, expect, it } from 'vitest';
import type { SharedContext } from '@/lib/protocol/context-event';
import { initialSlot, initialState } from '@/lib/protocol/initial-state';
import { judgeNote } from '@/lib/protocol/judge-note';
import type { Answer, Note, SlotItem, SlotState, Vote } from '@/lib/protocol/state';
import { sameEntry } from './same-entry';
import { slotEntries } from './slot-entries';

const at = '2026-01-01T00:00:00.000Z';
const ok = { text: 'ok', isError: false, tookMs: 5 };
const tool = (name: string, toolCallId: string, result: typeof ok | null = ok): SlotItem => ({
  kind: 'tool',
  callId: 'c1',
  toolCallId,
  tool: name,
  arguments: {},
  result,
  at,
});
const answer: Answer = { answerId: 'A.1', slot: 'A', version: 1, content: 'x', seq: 3, at };
const vote: Vote = { slot: 'A', answerId: 'B.1', reason: 'r', round: 1, seq: 9, voidBecause: 'B published B.2' };
const slot = (items: SlotItem[]): SlotState => ({ ...initialSlot('A'), items });

describe('slotEntries', () => {
  it('groups neighbouring tool calls and shows workflow calls as answer and vote', () => {
    const items = [
      tool('search', 't1'),
      tool('read', 't2'),
      tool('new_answer', 't3'),
      tool('search', 't4'),
      tool('vote', 't5'),
    ];
    const entries = slotEntries(slot(items), { answers: [answer], votes: [vote], notes: [] });
    expect(entries.map((entry) => entry.kind)).toEqual(['tools', 'answer', 'tools', 'vote']);
    expect(entries[0]).toMatchObject({ tools: [{ toolCallId: 't1' }, { toolCallId: 't2' }] });
    expect(entries[1]).toMatchObject({ answer: { answerId: 'A.1' } });
  });

  it('shows which files an agent got, which is no reason to look again', () => {
    const files = [{ id: '1', name: 'a.pdf', as: 'text' as const, note: 'this model takes no PDFs' }];
    const items: SlotItem[] = [
      { kind: 'attachments', callId: 'c1', items: files },
      { kind: 'delivered', callId: 'c1', answerIds: ['B.1'], steers: [], toolCallId: null },
    ];
    expect(slotEntries(slot(items), { answers: [], votes: [], notes: [] })).toEqual([
      { kind: 'files', items: files },
      { kind: 'note', text: 'Reads B.1' },
    ]);
  });

  it('says why a slot looks again, and that a refused answer is none', () => {
    const refused = { text: 'The same as B.1.', isError: true, tookMs: 1 };
    const items: SlotItem[] = [
      tool('new_answer', 't1', refused),
      { kind: 'delivered', callId: 'c1', answerIds: ['C.1'], steers: [{ text: 'Be brief' }], toolCallId: null },
    ];
    expect(slotEntries(slot(items), { answers: [], votes: [], notes: [] })).toEqual([
      { kind: 'note', text: 'Its answer was refused: The same as B.1.' },
      { kind: 'note', text: 'Looks again because C published C.1' },
      { kind: 'steer', text: 'Be brief', by: null },
    ]);
  });

  it('gives rows that compare as the same while nothing in them changed', () => {
    const state = slot([tool('search', 't1'), tool('new_answer', 't2')]);
    const run = { answers: [answer], votes: [], notes: [] };
    const before = slotEntries(state, run);
    const after = slotEntries(state, run);
    expect(before.every((entry, index) => sameEntry(entry, after[index]!))).toBe(true);
    const grown = slotEntries(slot([tool('search', 't1'), tool('read', 't9')]), { answers: [], votes: [], notes: [] });
    expect(sameEntry(before[0]!, grown[0]!)).toBe(false);
  });
});

describe('slotEntries of a team that shares', () => {
  const note = (slot: string, noteId: string): Note => ({
    noteId,
    slot,
    callId: 'c1',
    text: 'Look at the parser.',
    to: null,
    seq: 4,
    at,
  });
  const context: SharedContext = {
    kind: 'peer',
    from: 'B',
    answerId: 'B.2',
    snapshotId: 's1',
    hash: 'h',
    form: 'full',
    bytes: 10,
    tokens: 3,
    items: 1,
    tookMs: 1,
  };

  it('shows what was delivered: the answer, the work behind it, notes', () => {
    const items: SlotItem[] = [
      {
        kind: 'delivered',
        callId: 'c1',
        answerIds: ['C.1', 'B.2'],
        steers: [],
        toolCallId: null,
        noteIds: ['B-n1'],
        contexts: [context],
      },
    ];
    const entries = slotEntries(slot(items), { answers: [], votes: [], notes: [note('B', 'B-n1'), note('C', 'C-n1')] });
    expect(entries).toEqual([
      { kind: 'note', text: 'Reads C.1 and B.2' },
      { kind: 'context', context },
      { kind: 'board-note', note: note('B', 'B-n1'), isOwn: false },
    ]);
  });

  it('shows a note where its tool call stands, and a refused one as a tool call', () => {
    const refused = { text: 'Too long.', isError: true, tookMs: 1 };
    // The call that has posted A-n1 was cut off before its result was in the log.
    const verdict = judgeNote({ ...initialState('r1'), notes: [note('A', 'A-n1')] }, 'A', 'c1', { text: 'Next.' });
    if ('refused' in verdict) throw new Error(verdict.refused);
    const posted = { text: verdict.result, isError: false, tookMs: 1 };
    const items = [tool('post_note', 't1', refused), tool('post_note', 't2', null), tool('post_note', 't3', posted)];
    const entries = slotEntries(slot(items), {
      answers: [],
      votes: [],
      notes: [note('A', 'A-n1'), note('A', 'A-n2')],
    });
    expect(entries).toMatchObject([
      { kind: 'tools', tools: [{ toolCallId: 't1' }, { toolCallId: 't2' }] },
      { kind: 'board-note', note: { noteId: 'A-n2' }, isOwn: true },
    ]);
  });
});
