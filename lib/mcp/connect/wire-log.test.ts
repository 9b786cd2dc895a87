import type { JSONRPCMessage } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { testServer } from '../testing/mcp-double';
import { WireLog } from './wire-log';

type Said = ['sent' | 'received', object];

/** A call during which the server asks, with the same ids on both sides. */
const CALL: Said[] = [
  ['sent', { id: 1, method: 'tools/call', params: { secret: 'given' } }],
  ['received', { id: 1, method: 'roots/list' }],
  ['sent', { id: 1, result: { roots: [] } }],
  ['received', { id: 2, method: 'elicitation/create', params: { message: 'asked' } }],
  ['sent', { id: 2, result: { action: 'accept', content: { name: 'answered' } } }],
  ['received', { id: 1, result: { content: 'gave' } }],
  ['sent', { id: 'raw-1', method: 'tasks/get', params: {} }],
  ['received', { id: 'raw-1', result: { result: 'gave' } }],
  ['received', { method: 'notifications/tasks/status', params: { statusMessage: 'gave' } }],
  ['sent', { id: 2, method: 'tools/list' }],
  ['received', { id: 2, result: { tools: [] } }],
];

function logged(scope: 'own' | 'workspace') {
  const log = new WireLog();
  const server = testServer('s', 'https://mcp.example.com/', { scope });
  const tap = log.tap(server);
  for (const [direction, message] of CALL) tap(direction, { jsonrpc: '2.0', ...message } as JSONRPCMessage);
  return log.of('s').toReversed();
}

test('a reply belongs to the request of the other side with its id', () => {
  expect(logged('own').map(({ direction, method }) => `${direction} ${method}`)).toEqual([
    'sent tools/call',
    'received roots/list',
    'sent roots/list',
    'received elicitation/create',
    'sent elicitation/create',
    'received tools/call',
    'sent tasks/get',
    'received tasks/get',
    'received notifications/tasks/status',
    'sent tools/list',
    'received tools/list',
  ]);
});

test('of a workspace’s server nobody reads what calls held, and what people answered during them', () => {
  const shown = logged('workspace').flatMap(({ method, text }) => (text === null ? [] : [method]));
  expect(shown).toEqual(['roots/list', 'roots/list', 'tools/list', 'tools/list']);
  expect(JSON.stringify(logged('workspace'))).not.toMatch(/given|asked|answered|gave/);
});
