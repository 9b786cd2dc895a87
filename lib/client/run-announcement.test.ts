import { describe, expect, it } from 'vitest';
import { initialSlot, initialState } from '../protocol/initial-state';
import type { RunState } from '../protocol/state';
import { runAnnouncement } from './run-announcement';

const running: RunState = {
  ...initialState('r'),
  seq: 5,
  status: 'running',
  slots: [initialSlot('A'), initialSlot('B')],
};

describe('runAnnouncement', () => {
  it('says state changes of agents, not that they think', () => {
    const slots = [
      { ...initialSlot('A'), state: 'answered' as const },
      { ...initialSlot('B'), state: 'thinking' as const },
    ];
    expect(runAnnouncement(running, { ...running, seq: 6, slots })).toBe('A answered');
  });

  it('never says tokens', () => {
    const presentation = { slot: 'A', callId: 'c', text: 'more', done: false };
    expect(runAnnouncement(running, { ...running, seq: 6, presentation })).toBeNull();
  });

  it('says the finished answer', () => {
    const final = { text: 'Forty-two.', answerId: 'A.1' as const, presented: true };
    expect(runAnnouncement(running, { ...running, status: 'finished', final })).toBe('Final answer: Forty-two.');
  });

  it('is silent when a page opens on a run', () => {
    expect(runAnnouncement(initialState('r'), running)).toBeNull();
  });
});
