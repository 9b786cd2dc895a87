import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] });

/** A real MCP server with sessions whose tools ask: a person by form and by page, and the agent's model. */
export function createAskingDouble() {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  return {
    async answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
      const known = sessions.get(String(request.headers['mcp-session-id'] ?? ''));
      const transport = known ?? (await opened());
      await transport.handleRequest(request, response, body ? JSON.parse(body) : undefined);
    },
  };

  async function opened(): Promise<StreamableHTTPServerTransport> {
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    });
    const server = withTools();
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    return transport;
  }
}

function withTools(): McpServer {
  const server = new McpServer({ name: 'travel', version: '1.0.0', title: 'Travel' });
  server.registerTool('book', { description: 'Books a seat.' }, async () => {
    const { action, content } = await server.server.elicitInput({
      message: 'Which seat shall it be?\nThere are two left.',
      requestedSchema: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'Name on the ticket', description: 'As in the passport', minLength: 2 },
          seat: { type: 'string', title: 'Seat', enum: ['12A', '12B'], enumNames: ['12A, window', '12B, aisle'] },
          meals: { type: 'integer', title: 'Meals', minimum: 0, maximum: 3, default: 1 },
          lounge: { type: 'boolean', title: 'Lounge', description: 'Costs 20 more' },
        },
        required: ['name', 'seat'],
      },
    });
    return text(`${action}: ${JSON.stringify(content ?? null)}`);
  });
  server.registerTool('pay', { description: 'Pays.' }, async () => {
    const url = 'https://pay.example.com/checkout?order=7';
    const asked = { mode: 'url' as const, message: 'Please pay the ticket.', url, elicitationId: randomUUID() };
    return text((await server.server.elicitInput(asked)).action);
  });
  server.registerTool('advise', { description: 'Advises.' }, async () => {
    const content = { type: 'text' as const, text: 'Is it warm in Lisbon in May?' };
    const asked = { systemPrompt: 'You know the weather.', messages: [{ role: 'user' as const, content }] };
    const { content: said } = await server.server.createMessage({ ...asked, maxTokens: 100 });
    return text(`Advice: ${!Array.isArray(said) && said.type === 'text' ? said.text : ''}`);
  });
  return server;
}
