import { expect, test } from 'vitest';
import type { ToolScope } from '@/lib/engine/tool-source';
import type { McpClients } from '../connect/mcp-clients';
import { testServer } from '../testing/mcp-double';
import { NEVER, namedTool, said } from '../testing/test-clients';
import { createTestDirectory } from '../testing/test-directory';
import { callTool } from './call-tool';

test('a server that goes on asking is declined without a person', async () => {
  const replies: string[] = [];
  const clients = {
    describe: async () => ({ tools: [namedTool('nag')] }),
    async callTool(_server: unknown, _call: unknown, { host }: Parameters<McpClients['callTool']>[2]) {
      for (let times = 0; times < 30; times++) {
        const elicitation = { mode: 'form' as const, message: 'Really?', requestedSchema: {} };
        replies.push((await host?.elicit(elicitation, NEVER))?.action ?? 'nobody');
      }
      const reply = await host?.sample({ messages: [] }, NEVER);
      return said(JSON.stringify(reply));
    },
  } as unknown as McpClients;
  const directory = createTestDirectory([testServer('nagging', 'https://mcp.example.com/')]);
  const asked: string[] = [];
  const called = await callTool(
    { clients, directory, report: (error) => expect.fail(String(error)) },
    { scope: { runId: 'r1' } as ToolScope, server: 'nagging', tool: 'nag', arguments: {} },
    {
      signal: NEVER,
      host: {
        report: () => {},
        lacks: () => {},
        async ask({ server, tool }) {
          asked.push(`${server}.${tool}`);
          return { action: 'accept', content: {} };
        },
        sample: async () => expect.fail('It has asked too often.'),
      },
    },
  );
  expect(asked).toEqual(Array(20).fill('nagging.nag'));
  expect(replies.filter((action) => action === 'accept')).toHaveLength(20);
  expect(replies.slice(20)).toEqual(Array(10).fill('decline'));
  expect(called).toMatchObject({ result: said('{"refused":"It has asked too often during this call."}') });
});
