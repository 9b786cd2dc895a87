import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkConversations, conversationsStore } from './conversations-store';
import type { ConversationItem } from './read-conversations';

const item = (id: string, updatedAt: string): ConversationItem => ({ id, title: id, running: false, updatedAt });

let server: ConversationItem[] = [];
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const limit = Number(new URL(address, 'http://x').searchParams.get('limit'));
    asked.push(`limit=${limit}`);
    return Response.json({ items: server.slice(0, limit), nextCursor: null });
  });
});
afterEach(() => vi.unstubAllGlobals());

it('asks for the newest conversation alone, and for all only when it is another one or was asked again', async () => {
  server = [item('b', '2'), item('a', '1')];
  conversationsStore.seed(server);
  await checkConversations();
  expect(asked).toEqual(['limit=1']);

  server = [item('a', '3'), item('b', '2')];
  await Promise.all([checkConversations(), checkConversations()]);
  expect(asked).toEqual(['limit=1', 'limit=1', 'limit=50']);
  expect(conversationsStore.get()?.items).toEqual(server);

  server = [{ ...item('a', '3'), running: true }, item('b', '2')];
  await checkConversations();
  expect(conversationsStore.get()?.items[0]?.running).toBe(true);

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await checkConversations();
  expect(conversationsStore.get()?.items).toEqual(server);
});
