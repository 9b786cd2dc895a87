import { describe, expect, it } from 'vitest';
import { ownFrame } from '@/lib/context-sharing/transform/wrap';
import { renderNotes } from '@/lib/protocol/prompt/notes-block';
import type { PromptMessage, ToolDefinition } from '@/lib/protocol/prompt-message';
import { CHARACTERS, characterFor } from './characters';
import { chooseAction, type DemoAction } from './choose-action';
import { readPrompt } from './read-prompt';

const TASK = `Summarise this text and compute the total cost of the move.

The office of Lumen Labs moves from Graz to Vienna. The contract was signed on 3 March 2026 and the move ends on 30 June 2026.
Transport: 4,200 EUR
New furniture: 9,850 EUR
Network: 1,950 EUR
Total: 15,000 EUR
Maria Huber leads the project and several suppliers are still to be chosen.`;

const newAnswer: ToolDefinition = { name: 'new_answer', description: '', parameters: { type: 'object' } };
const vote = (ids: string[]): ToolDefinition => ({
  name: 'vote',
  description: '',
  parameters: { type: 'object', properties: { answer_id: { enum: ids } } },
});
const task = (text = TASK): PromptMessage => ({ role: 'user', parts: [{ type: 'text', text }] });
const shown = (answers: Record<string, string>): PromptMessage =>
  task(
    Object.entries(answers)
      .map(([id, content]) => `<answer id="${id}" by="agent ${id[0]}">\n${content}\n</answer>`)
      .join('\n'),
  );
const called = (content: string): PromptMessage[] => [
  { role: 'assistant', text: '', toolCalls: [{ toolCallId: 't1', tool: 'new_answer', arguments: { content } }] },
  { role: 'tool', toolCallId: 't1', tool: 'new_answer', result: 'Published.', isError: false },
];

function act(model: string, messages: PromptMessage[], tools: ToolDefinition[]): DemoAction {
  return chooseAction(characterFor(model), readPrompt(messages, tools));
}

function firstAnswer(model: string): string {
  const action = act(model, [task()], [newAnswer]);
  return action.kind === 'answer' ? action.content : '';
}

describe('the demo characters on a real text', () => {
  it('extract quotes key sentences and names', () => {
    expect(firstAnswer('demo-extract')).toContain('Maria Huber leads the project');
    expect(firstAnswer('demo-extract')).toContain('Names in the text: Lumen Labs, Graz, Vienna');
  });

  it('compute adds the amounts up without the stated total and measures the time span', () => {
    expect(firstAnswer('demo-compute')).toContain('4,200 + 9,850 + 1,950 = 16,000 EUR');
    expect(firstAnswer('demo-compute')).toContain('From 3 March 2026 to 30 June 2026: 119 days');
  });

  it('review finds the stated total that does not add up and the vague word', () => {
    expect(firstAnswer('demo-review')).toContain('The stated total 15,000 EUR does not agree');
    expect(firstAnswer('demo-review')).toContain('several');
  });

  it('review takes no figure for a question, wherever the question stands', () => {
    const figures = 'Rent: 900 EUR\nFood: 350 EUR\nTotal: 1,300 EUR';
    for (const text of [figures, `${figures}\nCheck the total.`, `Check the total.\n${figures}`]) {
      const action = act('demo-review', [task(text)], [newAnswer]);
      const said = action.kind === 'answer' ? action.content : '';
      expect(said).toContain('does not agree with its 2 amounts, which add up to 1,250 EUR');
      expect(said).not.toContain('does not mention');
    }
  });

  it('review finds different values for one thing; compute does not add figures of running text up', () => {
    const text =
      'Summarise this:\n\nRepairs cost about 12 million euros after the flood. The mayor said that the repairs cost 14 million euros in the end.';
    const review = act('demo-review', [task(text)], [newAnswer]);
    expect('content' in review && review.content).toContain(
      '“repairs cost” has different values: 12 million and 14 million',
    );
    const compute = act('demo-compute', [task(text)], [newAnswer]);
    expect('content' in compute && compute.content).not.toContain('26');
  });

  it('merges facts of others that its own answer lacks, then votes for the answer that covers the most', () => {
    const [a, b, c] = [firstAnswer('demo-extract'), firstAnswer('demo-compute'), firstAnswer('demo-review')];
    const seen = [task(), ...called(a), shown({ 'B.1': b, 'C.1': c })];
    const revision = act('demo-extract', seen, [newAnswer, vote(['A.1', 'B.1', 'C.1'])]);
    expect(revision).toMatchObject({ kind: 'answer' });
    const merged = revision.kind === 'answer' ? revision.content : '';
    expect(merged).toContain('Maria Huber');
    expect(merged).toContain('16,000 EUR');
    expect(merged).toContain('does not agree');

    const other = act(
      'demo-compute',
      [task(), ...called(b), shown({ 'A.2': merged, 'C.1': c })],
      [newAnswer, vote(['A.2', 'B.1', 'C.1'])],
    );
    expect(other).toMatchObject({ kind: 'vote', answerId: 'A.2' });
    const again = act(
      'demo-extract',
      [...seen, ...called(merged), shown({ 'B.1': b })],
      [newAnswer, vote(['B.1', 'A.2'])],
    );
    expect(again).toMatchObject({ kind: 'vote', answerId: 'A.2' });
  });

  it('votes when it may not publish any more, and abstains when nothing can be voted for', () => {
    const own = called(firstAnswer('demo-compute'));
    expect(act('demo-compute', [task(), ...own, shown({ 'B.1': '- Nothing' })], [vote(['B.1'])])).toMatchObject({
      kind: 'vote',
      answerId: 'B.1',
    });
    expect(act('demo-compute', [task(), ...own], [newAnswer, vote([])])).toMatchObject({ kind: 'abstain' });
  });

  it('presents everything that the team established', () => {
    const action = act(
      'demo-review',
      [task(), shown({ 'A.1': firstAnswer('demo-extract'), 'B.1': firstAnswer('demo-compute') })],
      [],
    );
    expect(action).toMatchObject({ kind: 'present' });
    expect('content' in action && action.content).toContain('16,000 EUR');
    expect('content' in action && action.content).toContain('Maria Huber');
  });
});

describe('the demo characters on a bare question', () => {
  it('say that they know nothing beyond the given text', () => {
    const action = act('demo-extract', [task('Why is the sky blue?')], [newAnswer]);
    expect('content' in action && action.content).toContain('simulation without a language model');
  });

  it('compute arithmetic in the question', () => {
    const action = act('demo-compute', [task('What is (17 + 4) * 3 and 15% of 240?')], [newAnswer]);
    expect('content' in action && action.content).toContain('(17 + 4) × 3 = 63');
    expect('content' in action && action.content).toContain('= 36');
  });

  it.each(CHARACTERS.map(({ model }) => model))('%s answers arithmetic without asking for a text', (model) => {
    for (const text of ['Which is larger, 12*7 or 90?', 'Which is larger, 12*7 or 90? Say why.']) {
      const action = act(model, [task(text)], [newAnswer]);
      expect('content' in action && action.content).toContain('90 is larger than 12 × 7 = 84');
      expect(JSON.stringify(action)).not.toMatch(/no text was given|no source/i);
    }
    const half = act(model, [task('What is 6 x 7, and why is the sky blue?')], [newAnswer]);
    const expected = {
      'demo-extract': 'cannot answer “why is the sky blue”',
      'demo-compute': '6 × 7 = 42',
      'demo-review': 'Only numbers of the question',
    };
    expect('content' in half && half.content).toContain(expected[model as keyof typeof expected]);
  });

  it('use the earlier conversation as the text of a follow-up', () => {
    const messages: PromptMessage[] = [
      task('The bridge was built by Anna Moser in 1931.'),
      { role: 'assistant', text: 'Noted.', toolCalls: [] },
      task('Who built the bridge?'),
    ];
    const action = act('demo-extract', messages, [newAnswer]);
    expect('content' in action && action.content).toContain('built by Anna Moser');
  });

  it('leave the earlier conversation alone where a follow-up says all that is to be computed', () => {
    const before: PromptMessage[] = [
      task('Food: 24 × 35 × 3 EUR'),
      { role: 'assistant', text: '- 24 × 35 × 3 = 2,520 EUR', toolCalls: [] },
    ];
    const exact = act('demo-compute', [...before, task('And what is 12 % of 250?')], [newAnswer]);
    expect('content' in exact && exact.content).toContain('= 30');
    expect('content' in exact && exact.content).not.toContain('24');
    const chosen = act('demo-compute', [...before, task('And which of 3, 17 and 8 is the smallest?')], [newAnswer]);
    expect('content' in chosen && chosen.content).toContain('The smallest is 3, before 8, 17');
    expect('content' in chosen && chosen.content).not.toContain('24');
    // The mark of a list's line is no minus.
    const open = act('demo-compute', [...before, task('What is the total?')], [newAnswer]);
    expect('content' in open && open.content).not.toContain('-2,520');
  });

  it('read of an earlier turn what people gave, and suppose nothing', () => {
    const before: PromptMessage[] = [
      task('What does it cost?\n\nRooms: 1,800 EUR\nFood: 24 × 35 × 3 EUR'),
      { role: 'assistant', text: '- 24 × 35 × 3 = 2,520 EUR\n- Budget: 9,720 EUR', toolCalls: [] },
    ];
    for (const { model } of CHARACTERS) {
      const again = act(model, [...before, task('What is the total?')], [newAnswer]);
      expect('content' in again && again.content).not.toMatch(/9,720|different values|more than once/);
      const supposed = act(model, [...before, task('And what if only 20 people come?')], [newAnswer]);
      expect('content' in supposed && supposed.content).toContain('simulation');
      expect('content' in supposed && supposed.content).not.toContain('2,520');
    }
  });

  it.each([
    'And why is the sky blue?',
    'What is the capital of France?',
    'Who painted the Mona Lisa?',
    'How tall is the Eiffel tower?',
  ])('answer no question with a topic of its own from an earlier turn: %s', (question) => {
    const before: PromptMessage[] = [
      task('What does it cost?\n\nRooms: 1,800 EUR\nFood: 24 × 35 × 3 EUR'),
      { role: 'assistant', text: '- 24 × 35 × 3 = 2,520 EUR', toolCalls: [] },
    ];
    for (const { model } of CHARACTERS) {
      const action = act(model, [...before, task(question)], [newAnswer]);
      expect('content' in action && action.content).toContain('simulation');
      expect('content' in action && action.content).not.toMatch(/2,520|Rooms|1,800/);
    }
  });

  it.each(['What is the total?', 'How much do we spend altogether?', 'Which of the two is the most expensive?'])(
    'answer a question about it from an earlier turn: %s',
    (question) => {
      const before: PromptMessage[] = [
        task('What does it cost?\n\nRooms: 1,800 EUR\nFood: 2,520 EUR'),
        { role: 'assistant', text: '- Total: 4,320 EUR', toolCalls: [] },
      ];
      const all = CHARACTERS.map(({ model }) => act(model, [...before, task(question)], [newAnswer]));
      expect(JSON.stringify(all)).toMatch(/1,800|2,520|4,320/);
    },
  );

  it.each(['Compare: X: 10 EUR, Y: 20 EUR', 'How much is food 10 EUR and music 20 EUR?'])(
    'answer a question that brings its own figures from them alone: %s',
    (question) => {
      const before: PromptMessage[] = [
        task('What does it cost?\n\nRooms: 1,800 EUR\nFood: 24 × 35 × 3 EUR'),
        { role: 'assistant', text: '- 24 × 35 × 3 = 2,520 EUR', toolCalls: [] },
      ];
      const action = act('demo-compute', [...before, task(question)], [newAnswer]);
      expect('content' in action && action.content).toMatch(/20 - 10 = 10 EUR|10 \+ 20 = 30 EUR/);
      expect('content' in action && action.content).not.toMatch(/24 ×|1,800/);
    },
  );

  it.each(CHARACTERS.map(({ model }) => model))('%s answers an empty or strange question', (model) => {
    for (const text of ['?', '🙂', '…', '<b>x</b>', '1/0 + (', 'a'.repeat(20_000)]) {
      const action = act(model, [task(text)], [newAnswer]);
      expect(action.kind).toBe('answer');
      expect('content' in action && action.content.trim()).not.toBe('');
    }
  });
});

describe('notes between the demo characters', () => {
  const postNote: ToolDefinition = { name: 'post_note', description: '', parameters: { type: 'object' } };
  const noteOf = (content: string) => task(renderNotes([{ noteId: 'C-n1', slot: 'C', text: content }]));

  it('the reviewer tells what does not add up, once, and then answers', () => {
    const note = act('demo-review', [task()], [newAnswer, postNote]);
    expect(note).toMatchObject({ kind: 'note', content: expect.stringContaining('15,000 EUR does not agree') });
    const after: PromptMessage[] = [
      task(),
      { role: 'assistant', text: '', toolCalls: [{ toolCallId: 'n1', tool: 'post_note', arguments: { text: 'x' } }] },
      { role: 'tool', toolCallId: 'n1', tool: 'post_note', result: 'Written.', isError: false },
    ];
    expect(act('demo-review', after, [newAnswer, postNote]).kind).toBe('answer');
    expect(act('demo-review', [task()], [newAnswer]).kind).toBe('answer');
    expect(act('demo-compute', [task()], [newAnswer, postNote]).kind).toBe('answer');
    expect(act('demo-review', [task('Rent: 900 EUR')], [newAnswer, postNote]).kind).toBe('answer');
  });

  it('the others take up what a note says, in their first answer and when they look again', () => {
    const note = act('demo-review', [task()], [newAnswer, postNote]);
    const content = 'content' in note ? note.content : '';
    const first = act('demo-compute', [task(), noteOf(content)], [newAnswer]);
    expect(first).toMatchObject({ kind: 'answer', content: expect.stringContaining('does not agree') });
    expect(first).toMatchObject({ content: expect.stringContaining('16,000 EUR') });
    const again = act(
      'demo-compute',
      [task(), ...called(firstAnswer('demo-compute')), noteOf(content)],
      [newAnswer, vote(['B.1'])],
    );
    expect(again).toMatchObject({ kind: 'answer', content: expect.stringContaining('does not agree') });
  });

  it('own work of the turn before is no part of a task', () => {
    const own = `${ownFrame().open}<answer id="C.1" by="agent C">\n- Rent: 5 EUR\n</answer>${ownFrame().close}`;
    const messages: PromptMessage[] = [
      {
        role: 'user',
        parts: [
          { type: 'text', text: own },
          { type: 'text', text: TASK },
        ],
      },
    ];
    expect(act('demo-compute', messages, [newAnswer])).toEqual(act('demo-compute', [task()], [newAnswer]));
  });
});
