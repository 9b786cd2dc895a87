import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/platform/auth/actor';
import { PresenceHub } from './presence-hub';
import type { PresenceEvent, PresenceMessage } from './presence-message';

/** Between processes, each of which hears from when its `gate` opens. */
const bus = vi.hoisted(() => ({
  hearing: new Set<(message: never) => void>(),
  gates: [] as Promise<void>[],
}));
vi.mock('./presence-bus', () => ({
  publish: (message: PresenceMessage) => {
    const hearing = [...bus.hearing] as unknown as ((message: PresenceMessage) => void)[];
    queueMicrotask(() => {
      for (const hear of hearing) hear(message);
    });
  },
  hearPresence: async (hear: (message: never) => void) => {
    await bus.gates.shift();
    bus.hearing.add(hear);
    return async () => void bus.hearing.delete(hear);
  },
}));
vi.mock('@/lib/platform/auth/held-rights', () => ({ holdConversation: () => () => {} }));

function person(userId: string): Actor {
  return {
    userId,
    email: `${userId}@example.test`,
    name: userId,
    role: 'member',
    via: { kind: 'apiKey', apiKeyId: 'k' },
  };
}

describe('two processes that begin at the same time', () => {
  it.each([
    ['the first hears first', [0, 1]],
    ['the second hears first', [1, 0]],
  ])('know of each other’s people in the end: %s', async (_, order) => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    bus.gates.push(...gates.map(({ promise }) => promise));
    const told: PresenceEvent[][] = [[], []];
    const streams = ['Ada', 'Olga'].map((name, index) => {
      const hub = new PresenceHub();
      const stream = hub.open(person(name), (event) => told[index]?.push(event));
      hub.say({ streamId: stream.streamId, userId: name, tab: '1', conversationId: 'c', state: 'here' });
      return stream;
    });
    for (const index of order) {
      gates[index]?.resolve();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const names = told.map((events) => events.at(-1)?.people.map(({ name }) => name));
    expect(names).toEqual([['Olga'], ['Ada']]);
    for (const stream of streams) await stream.close();
  });
});
