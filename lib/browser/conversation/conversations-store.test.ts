import { afterEach, expect, it, vi } from 'vitest';
import { afterEvent, conversationsStore, refreshConversations, takeListEvent } from './conversations-store';
import type { ConversationItem } from './read-conversations';

const item = (id: string, updatedAt: string, more: Partial<ConversationItem> = {}): ConversationItem => ({
  ...{ id, workspaceId: 'w', title: id, running: false, updatedAt, unread: false, pinned: false, labels: [] },
  ...{ activeLeafId: null, archivedAt: null, visibility: 'private', summary: null },
  ...more,
});
const changed = (conversation: ConversationItem) => ({ type: 'conversation.changed' as const, conversation });
const list = { items: [item('p', '1', { pinned: true }), item('b', '5'), item('a', '3')], more: true };
const ids = (shown: typeof list) => shown.items.map(({ id }) => id);

it('moves what was used, adds what is new, and keeps pinned ones at the top', () => {
  expect(ids(afterEvent(list, changed(item('a', '6'))))).toEqual(['p', 'a', 'b']);
  expect(ids(afterEvent(list, changed(item('n', '9'))))).toEqual(['p', 'n', 'b', 'a']);
  expect(ids(afterEvent(list, changed(item('a', '3', { pinned: true }))))).toEqual(['a', 'p', 'b']);
});

it('takes out what is gone or archived', () => {
  expect(ids(afterEvent(list, { type: 'conversation.removed', id: 'b' }))).toEqual(['p', 'a']);
  expect(ids(afterEvent(list, changed(item('a', '3', { archivedAt: 'now' }))))).toEqual(['p', 'b']);
  expect(afterEvent(list, { type: 'conversation.removed', id: 'x' })).toBe(list);
});

it('leaves what is older than all that is shown to those who ask for older ones', () => {
  expect(afterEvent(list, changed(item('old', '0')))).toBe(list);
  expect(ids(afterEvent({ ...list, more: false }, changed(item('old', '0'))))).toEqual(['p', 'b', 'a', 'old']);
});

afterEach(() => vi.unstubAllGlobals());

it('believes an event that came while the server’s answer was under way more than the answer', async () => {
  vi.stubGlobal('document', { cookie: '' });
  const answers: (() => void)[] = [];
  const items = [item('a', '3'), item('b', '2'), item('c', '1')];
  vi.stubGlobal('fetch', (url: string) => {
    const body = { items: url.includes('pinned=true') ? [] : items, nextCursor: null };
    return new Promise((resolve) => answers.push(() => resolve(Response.json(body))));
  });
  takeListEvent(changed(item('c', '1', { title: 'Before' })));
  const refreshed = refreshConversations();
  takeListEvent(changed(item('a', '4', { activeLeafId: 'new' })));
  takeListEvent({ type: 'conversation.removed', id: 'b' });
  for (const answer of answers) answer();
  await refreshed;
  expect(conversationsStore.get()?.items.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(conversationsStore.find('a')?.activeLeafId).toBe('new');
  expect(conversationsStore.find('c')?.title).toBe('c');
});
