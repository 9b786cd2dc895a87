import { describe, expect, it } from 'vitest';
import { toast, waitingToasts } from './toast';

describe('messages that wait to be shown', () => {
  it('are taken once, oldest first, also by somebody who takes whenever there is one', () => {
    const shown: string[] = [];
    const show = () => shown.push(...waitingToasts.takeAll().map(({ text }) => text));
    toast('first');
    toast('second', { kind: 'error' });
    const stop = waitingToasts.subscribe(show);
    show();
    toast('third');
    stop();
    expect(shown).toEqual(['first', 'second', 'third']);
    expect(waitingToasts.get()).toEqual([]);
  });

  it('leave one by one, and are the same list as long as nothing changes', () => {
    toast('stays');
    toast('goes', { kind: 'error', action: { label: 'Undo', run: () => undefined } });
    const before = waitingToasts.get();
    expect(waitingToasts.get()).toBe(before);
    expect(before.map(({ kind }) => kind)).toEqual(['info', 'error']);
    waitingToasts.take(before[1]?.id ?? 0);
    expect(waitingToasts.takeAll().map(({ text }) => text)).toEqual(['stays']);
  });
});
