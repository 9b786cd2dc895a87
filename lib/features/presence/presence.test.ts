import { afterEach, describe, expect, it, vi } from 'vitest';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { PresenceBoard } from './presence-board';
import { hearPresence, publish } from './presence-bus';
import { PresenceHub } from './presence-hub';
import type { PresenceEvent } from './presence-message';
import { sayPresence } from './say-presence';
import { StreamPlaces } from './stream-places';

/** On a machine that does much else at the same time. */
const SOON_MS = 10_000;

describe('the board of who is where', () => {
  const place = { conversationId: 'c', streamId: 's1', userId: 'ada', name: 'Ada', state: 'here' as const };

  it('shows each person once, without oneself, writing when one of their browsers is', () => {
    const board = new PresenceBoard();
    expect(board.put('p', place, 0)).toBe(true);
    expect(board.put('p', place, 0)).toBe(false);
    board.put('p', { ...place, streamId: 's2', state: 'writing' }, 0);
    board.put('q', { ...place, streamId: 's3', userId: 'ben', name: 'Ben' }, 0);
    expect(board.othersIn('c', 'ben')).toEqual([{ userId: 'ada', name: 'Ada', writing: true }]);
    expect(board.othersIn('c', 'cy').map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    board.put('p', { ...place, streamId: 's2', state: 'gone' }, 0);
    expect(board.othersIn('c', 'ben')).toEqual([{ userId: 'ada', name: 'Ada', writing: false }]);
  });

  it('forgets what a process has told that is not heard of any more', () => {
    const board = new PresenceBoard();
    board.put('dead', place, 0);
    board.put('alive', { ...place, streamId: 's2', userId: 'ben', name: 'Ben' }, 0);
    board.heard('alive', 100);
    expect(board.forget(50)).toEqual(['c']);
    expect(board.othersIn('c', 'cy').map(({ name }) => name)).toEqual(['Ben']);
  });
});

describe('the tabs of a browser', () => {
  afterEach(() => vi.useRealTimers());

  it('are together at a conversation until the last has gone, and stop writing by themselves', () => {
    vi.useFakeTimers();
    const told: string[] = [];
    const places = new StreamPlaces((conversationId, state) => told.push(`${conversationId} ${state}`));
    places.say('1', 'c', 'here');
    places.say('2', 'c', 'writing');
    places.say('1', 'c', 'gone');
    vi.advanceTimersByTime(10_000);
    places.say('2', 'd', 'here');
    // The page that was left says so late.
    places.say('2', 'c', 'gone');
    expect(told).toEqual(['c here', 'c writing', 'c writing', 'c here', 'c gone', 'd here']);
  });
});

describe.each(testDatabaseKinds())('who looks at a conversation, on %s', (kind) => {
  useTestDatabase(kind);

  async function signedIn(person: Awaited<ReturnType<typeof insertPerson>>, name: string): Promise<Actor> {
    const { userId, email } = person;
    const apiKeyId = String(
      await insertApiKey({ userId, name: 'Test', hash: hashApiKey(userId), prefix: 'mg_' } as never),
    );
    return { userId, email, name, role: 'member', via: { kind: 'apiKey', apiKeyId } };
  }

  /** A published conversation, its owner and a member. */
  async function shared() {
    const person = await insertPerson();
    const owner = await signedIn(person, 'Olga');
    const colleague = await insertPerson({ memberOf: { workspaceId: person.workspaceId, role: 'viewer' } });
    const values = { workspaceId: person.workspaceId, title: 'T', visibility: 'workspace' as const, labels: [] };
    const { id = '' } = (await insertConversation(owner, values)) ?? {};
    return { owner, ada: await signedIn(colleague, 'Ada'), id };
  }

  function open(hub: PresenceHub, actor: Actor) {
    const told: PresenceEvent[] = [];
    const stream = hub.open(actor, (event) => told.push(event));
    return {
      ...stream,
      told,
      say: (conversationId: string, state: 'here' | 'writing' | 'gone') =>
        hub.say({ streamId: stream.streamId, userId: actor.userId, tab: '1', conversationId, state }),
    };
  }

  // Two processes where there may be two.
  const hubs = () => {
    const first = new PresenceHub();
    return [first, kind === 'pglite' ? first : new PresenceHub()] as const;
  };

  it('is told by name to who looks too, and no longer than they may', async () => {
    const { owner, ada, id } = await shared();
    const [here, there] = hubs();
    const two = open(there, ada);
    const people = (from: typeof two) => from.told.at(-1)?.people.map(({ name, writing }) => ({ name, writing }));
    const soon = { timeout: SOON_MS, interval: 20 };
    two.say(id, 'here');
    await expect.poll(() => people(two), soon).toEqual([]);
    // A process that begins later asks who is there.
    const one = open(here, owner);
    one.say(id, 'here');
    await expect.poll(() => people(one), soon).toEqual([{ name: 'Ada', writing: false }]);
    await expect.poll(() => people(two), soon).toEqual([{ name: 'Olga', writing: false }]);
    two.say(id, 'writing');
    await expect.poll(() => people(one), soon).toEqual([{ name: 'Ada', writing: true }]);

    await changeConversation(owner, id, { visibility: 'private' });
    await expect.poll(() => people(one), soon).toEqual([]);
    const heard = two.told.length;
    one.say(id, 'writing');
    await expect.poll(() => people(one), soon).toEqual([]);
    expect(two.told.length).toBe(heard);
    await one.close();
    await two.close();
  });

  it('is nothing that a stranger says or hears, nor anybody by the stream of somebody else', async () => {
    const { owner, ada, id } = await shared();
    const stranger = await signedIn(await insertPerson(), 'Eve');
    const [hub] = hubs();
    const own = open(hub, owner);
    own.say(id, 'here');
    await expect(sayPresence(stranger, id, { stream: own.streamId, tab: '1', state: 'here' })).rejects.toMatchObject({
      code: 'not_found',
    });
    hub.say({ streamId: own.streamId, userId: ada.userId, tab: '2', conversationId: id, state: 'writing' });
    const other = open(hub, ada);
    other.say(id, 'here');
    await expect.poll(() => other.told.at(-1)?.people).toMatchObject([{ name: 'Olga', writing: false }]);
    await own.close();
    expect(other.told.at(-1)?.people).toEqual([]);
    await other.close();
  });
});

// The embedded database has one process, which tells nobody.
describe.each(testDatabaseKinds().filter((kind) => kind === 'postgres'))('what is told, on %s', (kind) => {
  useTestDatabase(kind);

  it('is heard in the order in which it was said', async () => {
    const heard: string[] = [];
    const stop = await hearPresence((message) => {
      if (message?.type === 'alive') heard.push(message.processId);
    });
    const ids = Array.from({ length: 200 }, (_, index) => `order-${index}`);
    for (const processId of ids) publish({ type: 'alive', processId });
    const own = () => heard.filter((id) => id.startsWith('order-'));
    await expect.poll(() => own().length, { timeout: SOON_MS }).toBe(ids.length);
    expect(own()).toEqual(ids);
    await stop();
  });
});
