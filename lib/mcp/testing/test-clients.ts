import type { CallToolResult } from '@modelcontextprotocol/client';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createMcpClients } from '../connect/create-mcp-clients';
import type { McpClients } from '../connect/mcp-clients';
import type { McpTool } from '../mcp-server';
import { type DoubleOptions, type McpDouble, startMcpDouble } from './mcp-double';

interface CallOptions {
  repeatable?: boolean;
  signal?: AbortSignal;
  given?: Record<string, unknown>;
}

export interface TestClients {
  readonly clients: McpClients;
  /** A double that is trusted and ends with the test. */
  start(options: DoubleOptions): Promise<McpDouble>;
  call(double: McpDouble, name?: string, options?: CallOptions): Promise<CallToolResult>;
}

export const said = (text: string) => ({ content: [{ type: 'text', text }] });

export const ECHO = { name: 'echo', call: ({ text }: Record<string, unknown>) => said(`You said ${text}.`) };

export const namedTool = (name: string): McpTool => ({ name, description: '', inputSchema: {}, hash: '' });

export const { signal: NEVER } = new AbortController();

/** Clients of each test's own; behind it nothing of them is left at any server. */
export function testClients(): TestClients {
  let clients = createMcpClients();
  let doubles: McpDouble[] = [];

  beforeEach(() => {
    clients = createMcpClients();
  });
  afterEach(async () => {
    await clients.close();
    await expect.poll(() => doubles.map((double) => double.open())).toEqual(doubles.map(() => 0));
    await Promise.all(doubles.map((double) => double.kill()));
    doubles = [];
    vi.unstubAllEnvs();
  });

  return {
    get clients() {
      return clients;
    },
    async start(options) {
      const double = await startMcpDouble(options);
      doubles.push(double);
      vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.map(({ origin }) => origin).join(','));
      return double;
    },
    call: (double, name = 'echo', { repeatable = false, given = { text: 'hello' }, signal = NEVER } = {}) =>
      clients.callTool(double.server(), { tool: namedTool(name), arguments: given, repeatable }, { signal }),
  };
}
