import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserPart } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from '../backend';
import { offerNews } from './offer-news';

const NEWS: UserPart[] = [{ type: 'text', text: 'A note.' }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function offer(signal = new AbortController().signal) {
  const events: AgentEvent[] = [];
  const heard: UserPart[][] = [];
  const listener = {
    push: (event: AgentEvent) => void events.push(event),
    fail: () => {},
    heard: (news: UserPart[]) => void heard.push(news),
  };
  const given = offerNews(listener, signal);
  const [event] = events;
  if (event?.type !== 'news') throw new Error('Nothing is asked for.');
  return { given, take: event.take, heard };
}

describe('news at a boundary', () => {
  it('are given, and counted as heard, once', async () => {
    const { given, take, heard } = offer();
    take(NEWS);
    take(NEWS);
    expect(await given).toEqual(NEWS);
    expect(heard).toEqual([NEWS]);
  });

  it('are not waited for longer than a few seconds; what comes later does not count as heard', async () => {
    const { given, take, heard } = offer();
    await vi.advanceTimersByTimeAsync(5_000);
    take(NEWS);
    expect(await given).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('are not waited for when the tools have been interrupted', async () => {
    const controller = new AbortController();
    const { given, take, heard } = offer(controller.signal);
    controller.abort();
    take(NEWS);
    expect(await given).toEqual([]);
    expect(heard).toEqual([]);
  });
});
