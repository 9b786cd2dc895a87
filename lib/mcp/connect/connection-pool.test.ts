import { InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { afterEach, expect, test, vi } from 'vitest';
import { testServer } from '../testing/mcp-double';
import { NEVER } from '../testing/test-clients';
import { ConnectionPool } from './connection-pool';
import { LIMITS } from './limits';
import type { TransportOpener } from './open-transport';

let opened = 0;
let closed = 0;
/** Each connection has a server of its own, in this process. */
const openTransport: TransportOpener = () => {
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  const server = new McpServer({ name: 'here', version: '1' });
  server.server.onclose = () => {
    closed += 1;
  };
  void server.connect(theirs);
  opened += 1;
  return { transport: mine };
};

const pool = () => new ConnectionPool({ openTransport, onListChanged: () => {}, onMissed: () => {} });
const numbered = (n: number) => testServer(`s${n}`, 'https://mcp.example.com/mcp');

afterEach(() => {
  vi.useRealTimers();
  opened = 0;
  closed = 0;
});

test('of too many connections those that were used longest ago are closed, but none that is at work', async () => {
  const connections = pool();
  const busy = await connections.connection(numbered(0), NEVER);
  busy.inUse = 1;
  for (let n = 1; n <= LIMITS.connections; n += 1) await connections.connection(numbered(n), NEVER);
  expect(connections.size).toBe(LIMITS.connections);
  expect(busy.isLost).toBe(false);
  await connections.connection(numbered(1), NEVER);
  expect(opened).toBe(LIMITS.connections + 2);
  busy.inUse = 0;
  await connections.close();
  expect([connections.size, closed]).toEqual([0, opened]);
});

test('one that nobody has used for long is closed, and opened again when it is needed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const connections = pool();
  const first = await connections.connection(numbered(1), NEVER);
  await vi.advanceTimersByTimeAsync(LIMITS.idleMs / 2);
  expect(await connections.connection(numbered(1), NEVER)).toBe(first);
  await vi.advanceTimersByTimeAsync(LIMITS.idleMs * 1.5);
  expect([connections.size, first.isLost]).toEqual([0, true]);
  expect(await connections.connection(numbered(1), NEVER)).not.toBe(first);
  await connections.close();
  expect(vi.getTimerCount()).toBe(0);
});

test('what waits for a connection when the pool is closed is told, and nothing stays', async () => {
  const connections = pool();
  const waiting = connections.connection(numbered(1), NEVER);
  const refused = expect(waiting).rejects.toMatchObject({ name: 'McpFailure' });
  await connections.close();
  await refused;
  await expect(connections.connection(numbered(1), NEVER)).rejects.toMatchObject({ kind: 'unreachable' });
  expect(connections.size).toBe(0);
});
