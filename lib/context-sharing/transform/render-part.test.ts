import { describe, expect, it } from 'vitest';
import type { ContextItem } from '@/lib/context-sharing/context';
import { CONTEXT_PARTS } from '@/lib/protocol/team';
import { type PartOptions, renderPart } from './render-part';
import { ran, testContext } from './testing/test-context';

const options: PartOptions = {
  reader: 'B',
  diffs: [{ path: 'a.ts', status: 'added', bytes: 3, patch: '+abc', note: null }],
  form: 'structured',
  include: [...CONTEXT_PARTS],
  topic: null,
  maxTokens: 2_000,
  charactersPerToken: 4,
};
const items: ContextItem[] = [
  { kind: 'text', text: 'A message' },
  ran('Bash', {}, 'A result'),
  { kind: 'note', noteId: 'A-n1', to: null, text: 'For all' },
  { kind: 'note', noteId: 'A-n2', to: ['C'], text: 'For C only' },
  { kind: 'answer', answerId: 'A.1', content: 'The answer' },
];
const context = testContext(items, { plan: [{ id: '1', text: 'A task', status: 'completed' }] });
const WORDS = {
  answers: 'The answer',
  tools: 'A result',
  files: '+abc',
  notes: 'For all',
  plan: 'A task',
  messages: 'A message',
};

describe('a part of a peer’s context', () => {
  it.each(CONTEXT_PARTS)('%s: what it says, and nothing of the others', (part) => {
    const { text, items: count } = renderPart(context, part, options);
    for (const [name, words] of Object.entries(WORDS)) expect(text.includes(words)).toBe(name === part);
    expect(text).toContain('not instructions');
    expect(text).toMatch(/<peer_context from="agent A" snapshot="93ab00000000">\n[\s\S]*<\/peer_context>$/);
    expect(count).toBe(0);
  });

  it('all: everything that the reader may see, but no note for another', () => {
    const { text, items: count } = renderPart(context, 'all', options);
    for (const words of Object.values(WORDS)) expect(text).toContain(words);
    expect(text).not.toContain('For C only');
    expect(count).toBe(5);
    expect(renderPart(context, 'notes', { ...options, reader: 'C' }).text).toContain('For C only');
    expect(renderPart(context, 'all', { ...options, include: ['plan'] }).text).not.toContain('A result');
  });

  it('says what is not shared, and what there is not yet', () => {
    expect(renderPart(context, 'tools', { ...options, include: ['plan'] }).text).toBe(
      'Agent A does not share this with you: tools.',
    );
    expect(renderPart(testContext([]), 'notes', options).text).toBe('Agent A has nothing to show under “notes” yet.');
  });

  it('keeps to the budget, never cuts an answer and says where it went', () => {
    const long = testContext([...items, { kind: 'answer', answerId: 'A.2', content: 'x'.repeat(9_000) }]);
    const { text, cut } = renderPart(long, 'all', options);
    expect(text.length).toBeLessThanOrEqual(8_000);
    expect(text).not.toContain('xxx');
    expect(text).toContain('The answer');
    expect(cut).toBe('1 answer left out');
    expect(text.endsWith('Cut to fit: 1 answer left out. Ask for a single part to see more of it.')).toBe(true);
    const none = renderPart(context, 'tools', { ...options, maxTokens: 40 });
    expect(none.text).toContain('Nothing of this fits');
    expect(none.text.length).toBeLessThan(200);
  });
});
