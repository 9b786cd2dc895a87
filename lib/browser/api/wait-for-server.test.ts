import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitForServer } from './wait-for-server';

const target = () => ({ addEventListener: () => {}, removeEventListener: () => {} });
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', target());
  vi.stubGlobal('document', target());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says that a server which answers at once was not away', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}'));
  expect(await waitForServer(new AbortController().signal)).toBe(false);
});

it('waits for one that is out of reach or still starts, and says that it is back', async () => {
  const answers = [() => Promise.reject(new TypeError('refused')), async () => new Response('', { status: 503 })];
  vi.stubGlobal('fetch', () => (answers.shift() ?? (async () => new Response('{}')))());
  const back = waitForServer(new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await back).toBe(true);
});

it('ends when nobody waits any more', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
  const end = new AbortController();
  const back = waitForServer(end.signal);
  await vi.advanceTimersByTimeAsync(5_000);
  end.abort();
  await vi.runAllTimersAsync();
  expect(await back).toBe(false);
});
