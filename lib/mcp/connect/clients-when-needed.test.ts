import { expect, it, vi } from 'vitest';
import { clientsWhenNeeded } from './clients-when-needed';
import type { McpClients } from './mcp-clients';

const message = { direction: 'sent' } as never;

function madeOf(overrides: Partial<McpClients> = {}) {
  const clients = {
    describe: vi.fn(async () => ({ tools: [] })),
    messages: vi.fn(() => [message]),
    forget: vi.fn(),
    close: vi.fn(async () => {}),
    ...overrides,
  } as unknown as McpClients;
  return { clients, make: vi.fn(async () => clients) };
}

it('makes nothing until a server is asked something, and then one for all', async () => {
  const { clients, make } = madeOf();
  const lazy = clientsWhenNeeded(make);
  lazy.forget('s');
  expect(lazy.messages('s')).toEqual([]);
  expect(make).not.toHaveBeenCalled();
  await Promise.all([lazy.describe({} as never, {} as never), lazy.describe({} as never, {} as never)]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(lazy.messages('s')).toEqual([message]);
  lazy.forget('s');
  await lazy.close();
  expect(clients.forget).toHaveBeenCalledWith('s');
  expect(clients.close).toHaveBeenCalledTimes(1);
});

it('is closed for good before anything was made, and also where it cannot be made', async () => {
  const { make } = madeOf();
  const unused = clientsWhenNeeded(make);
  await unused.close();
  await expect(unused.describe({} as never, {} as never)).rejects.toMatchObject({ kind: 'unreachable' });
  expect(make).not.toHaveBeenCalled();

  const failing = clientsWhenNeeded(() => Promise.reject(new Error('Not now.')));
  const asked = failing.describe({} as never, {} as never);
  await failing.close();
  await expect(asked).rejects.toThrow('Not now.');
});

it('tries again when they could not be made', async () => {
  const { clients } = madeOf();
  const make = vi.fn(async () => clients).mockRejectedValueOnce(new Error('Not now.'));
  const lazy = clientsWhenNeeded(make);
  await expect(lazy.describe({} as never, {} as never)).rejects.toThrow('Not now.');
  await expect(lazy.describe({} as never, {} as never)).resolves.toEqual({ tools: [] });
});
