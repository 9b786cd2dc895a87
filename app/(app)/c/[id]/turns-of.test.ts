import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import type { ConversationMessage } from '@/lib/conversations/get-conversation';
import { turnsOf } from './turns-of';

const ACTOR: Actor = {
  userId: 'u',
  email: 'u@example.test',
  name: 'U',
  role: 'member',
  via: { kind: 'apiKey', apiKeyId: 'k' },
};
const NOTHING = { createdAt: new Date(0), runId: null, status: null, result: null, continuedFrom: null };

const question: ConversationMessage = {
  ...NOTHING,
  id: 'q',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text: 'Why?' }],
  siblingIds: ['q'],
  siblingLeafIds: ['a2'],
};
const from = { contextId: 'c', slot: 'B', answerId: 'B.1' };
const continued: ConversationMessage = {
  ...NOTHING,
  id: 'a2',
  parentId: 'q',
  role: 'assistant',
  parts: [
    { type: 'text', text: 'Because.' },
    { type: 'context', ...from },
  ],
  siblingIds: ['a1', 'a2'],
  siblingLeafIds: ['later', 'a2'],
  continuedFrom: from,
};

describe('the turns of a page', () => {
  it('have the answer from which somebody went on in place of a run, and its branches', async () => {
    expect(await turnsOf(ACTOR, [question, continued])).toEqual([
      {
        messageId: 'q',
        text: 'Why?',
        attachments: [],
        questionBranches: null,
        answerBranches: { leafIds: ['later', 'a2'], shown: 1 },
        run: null,
        answerMessageId: 'a2',
        answer: 'Because.',
        continuedFrom: from,
      },
    ]);
  });

  it('leave out a question that nothing answers', async () => {
    expect(await turnsOf(ACTOR, [question])).toEqual([]);
  });
});
