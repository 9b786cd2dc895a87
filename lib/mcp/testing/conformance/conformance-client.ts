/**
 * What the conformance suite starts: the app's own client layer, used as the scenario asks. The server's address is the last argument; the rest
 * stands in the environment.
 */
import type { Client } from '@modelcontextprotocol/client';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpClients, type McpClientsDeps } from '../../connect/create-mcp-clients';
import { openConnection } from '../../connect/open-connection';
import { createServerFetch } from '../../connect/server-fetch';
import type { McpTool } from '../../mcp-server';
import { testServer } from '../mcp-double';
import { type ConformanceContext, conformancePerson, trustThisMachine } from './conformance-person';
import { sampleOf } from './sample-of';

const url = process.argv.at(-1) ?? '';
const scenario = process.env.MCP_CONFORMANCE_SCENARIO ?? '';
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}') as ConformanceContext & {
  toolCalls?: { name: string; arguments: Record<string, unknown> }[];
};
trustThisMachine();

const { signal } = new AbortController();
const person = scenario.startsWith('auth/') ? conformancePerson(url, scenario, context) : null;
const server = testServer('conformance', url, { ...(person && { credentials: person.credentials }) });
/** Of these the suite's server refuses calls on purpose. */
const REFUSES = ['sep-2322-client-request-state', 'http-invalid-tool-headers'];

const deps: McpClientsDeps = {
  serverRequests: {
    capabilities: { elicitation: { form: { applyDefaults: true }, url: {} }, sampling: {}, roots: {} },
    answer,
  },
  // Some of the suite's servers do not answer the question which revision they speak.
  ...(/^(http-|sep-2322)/.test(scenario) && { openTransport: withDiscovery }),
};

await (person ? person.signingIn(run) : run());

async function run(): Promise<void> {
  const clients = createMcpClients(deps);
  const { tools } = await clients.describe(server, { signal });
  const named = (name: string) => tools.find((tool) => tool.name === name);
  const call = (tool: McpTool, given: Record<string, unknown>) =>
    clients.callTool(server, { tool, arguments: given, repeatable: false }, { signal });
  if (scenario === 'json-schema-2020-12-preservation') {
    const [asked, echo] = [named('json_schema_2020_12_tool'), named('json_schema_echo')];
    if (asked && echo) await call(echo, { schema: asked.inputSchema });
  } else if (context.toolCalls) {
    for (const { name, arguments: given } of context.toolCalls) {
      const tool = named(name);
      if (tool) await call(tool, given);
    }
  } else if (scenario !== 'json-schema-ref-no-deref') {
    for (const tool of tools) {
      const called = call(tool, neededOf(tool));
      await (REFUSES.includes(scenario) ? called.catch(() => {}) : called);
    }
  }
  await clients.close();
  if (scenario === 'http-standard-headers') await readAlso();
}

/** The layer has no use for resources and prompts yet; its connections have. */
async function readAlso(): Promise<void> {
  const connection = await openConnection(server, { ...deps, onListChanged: () => {} }, signal);
  const { client } = connection;
  const [resource] = (await client.listResources()).resources;
  if (resource) await client.readResource({ uri: resource.uri });
  const [prompt] = (await client.listPrompts()).prompts;
  if (prompt) await client.getPrompt({ name: prompt.name, arguments: {} });
  await connection.close();
}

function neededOf({ inputSchema }: McpTool): Record<string, unknown> {
  const { properties = {}, required = [] } = inputSchema as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
}

function answer(client: Client): void {
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    const fields = 'requestedSchema' in params ? params.requestedSchema.properties : {};
    const asked = Object.entries(fields).filter(([, field]) => !('default' in field) || field.default === undefined);
    return {
      action: 'accept',
      content: Object.fromEntries(asked.map(([name, field]) => [name, sampleOf(field) as string])),
    };
  });
  client.setRequestHandler('sampling/createMessage', async () => ({
    model: 'm',
    role: 'assistant',
    content: { type: 'text', text: 'ok' },
  }));
  client.setRequestHandler('roots/list', async () => ({ roots: [] }));
}

function withDiscovery(): ReturnType<NonNullable<McpClientsDeps['openTransport']>> {
  const ask = createServerFetch();
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    async fetch(input, init) {
      const body = typeof init?.body === 'string' ? init.body : '';
      if (!body.includes('"server/discover"')) return ask(input, init);
      const { id } = JSON.parse(body) as { id: number };
      const capabilities = { tools: {}, resources: {}, prompts: {} };
      const terms = { resultType: 'complete', ttlMs: 0, cacheScope: 'private' };
      const result = { ...terms, supportedVersions: ['2026-07-28'], capabilities };
      return Response.json({ jsonrpc: '2.0', id, result });
    },
  });
  return { transport };
}
