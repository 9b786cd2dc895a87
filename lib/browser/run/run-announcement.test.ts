import { describe, expect, it } from 'vitest';
import { initialSlot, initialState } from '@/lib/protocol/initial-state';
import type { RunState } from '@/lib/protocol/state';
import { runAnnouncement } from './run-announcement';

const shown = () => 'Forty-two, in bold.';
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
    expect(runAnnouncement(running, { ...running, seq: 6, slots }, shown)).toBe('A answered');
  });

  it('never says tokens', () => {
    const presentation = { slot: 'A', callId: 'c', text: 'more', settled: 0, done: false, cut: null };
    expect(runAnnouncement(running, { ...running, seq: 6, presentation }, shown)).toBeNull();
  });

  it('says the finished answer as it is shown, not its Markdown', () => {
    const final = { text: '**Forty-two**, in bold.', answerId: 'A.1' as const, presented: true };
    expect(runAnnouncement(running, { ...running, status: 'finished', final }, shown)).toBe(
      'Final answer: Forty-two, in bold.',
    );
  });

  it('is silent when a page opens on a run', () => {
    expect(runAnnouncement(initialState('r'), running, shown)).toBeNull();
  });
});
