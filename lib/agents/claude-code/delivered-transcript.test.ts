import { describe, expect, it } from 'vitest';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import { DeliveredTranscript } from './delivered-transcript';
import { entryKey } from './message-content';

const keysOf = (since: PromptMessage[]) => toldParts(since).map(entryKey);
const result = (toolCallId: string, tool: string, text: string): PromptMessage => ({
  role: 'tool',
  toolCallId,
  tool,
  result: text,
  isError: false,
});
const user = (text: string): PromptMessage => ({ role: 'user', parts: [{ type: 'text', text }] });

describe('what a process has been told', () => {
  it('follows the order of calls, whichever tool ends first', () => {
    const told = new DeliveredTranscript(keysOf([user('Answers follow.')]));
    told.called('a');
    told.called('b');
    told.finished('b', 'Read', 'second');
    told.finished('a', 'Bash', 'first');
    expect(told.keys).toEqual(
      keysOf([user('Answers follow.'), result('a', 'Bash', 'first'), result('b', 'Read', 'second')]),
    );
  });

  it('has news where they were taken, although a result is filled in behind them', () => {
    const told = new DeliveredTranscript([]);
    told.called('a');
    told.news([{ type: 'text', text: 'A note.' }]);
    told.called('n');
    told.finished('n', 'post_note', 'It is on the board.');
    expect(told.keys).toEqual(keysOf([user('A note.'), result('n', 'post_note', 'It is on the board.')]));
    told.finished('a', 'Bash', 'late');
    const log = keysOf([result('a', 'Bash', 'late'), user('A note.'), result('n', 'post_note', 'It is on the board.')]);
    expect(told.keys).toEqual(log);
    expect(told.isPrefixOf([...log, 'more'])).toBe(true);
    expect(told.isPrefixOf(log.slice(1))).toBe(false);
  });

  it('leaves out what was interrupted, and does not take a result for a tool it does not know', () => {
    const told = new DeliveredTranscript([]);
    told.called('a');
    told.called('b');
    told.finished('b', 'Read', 'text');
    told.endCalls();
    told.finished('a', 'Bash', 'too late');
    told.finished('x', 'Bash', 'of nobody');
    expect(told.keys).toEqual(keysOf([result('b', 'Read', 'text')]));
  });

  it('keeps the place of a tool that is at work while the next step is told', () => {
    const told = new DeliveredTranscript([]);
    told.called('a');
    const refused = result('v', 'vote', 'Unknown answer.');
    told.catchUp(keysOf([refused]));
    told.finished('a', 'Bash', 'done');
    expect(told.keys).toEqual(keysOf([result('a', 'Bash', 'done'), refused]));
  });

  it('counts a shared context as the same, given as news or rendered from the log', () => {
    const told = new DeliveredTranscript([]);
    told.news([{ type: 'text', text: '<peer_context from="agent B">' }]);
    const log: PromptMessage[] = [
      {
        role: 'assistant',
        text: '',
        toolCalls: [{ toolCallId: 'ctxB00001', tool: 'get_peer_context', arguments: {} }],
      },
      result('ctxB00001', 'get_peer_context', '<peer_context from="agent B">'),
    ];
    expect(told.keys).toEqual(keysOf(log));
  });
});
