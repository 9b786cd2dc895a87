import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A real MCP server of a few tools, without sessions; `notes` is what the tool that changes things has written. */
export function createMcpDouble() {
  const notes: string[] = [];
  return {
    notes,
    async answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
      const server = withTools(notes);
      const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
      response.on('close', () => void Promise.all([transport.close(), server.close()]));
      await server.connect(transport as Parameters<typeof server.connect>[0]);
      await transport.handleRequest(request, response, body ? JSON.parse(body) : undefined);
    },
  };
}

function withTools(notes: string[]): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0', title: 'Notes' });
  const message = { message: z.string().describe('What is said.') };
  server.registerTool(
    'echo',
    { description: 'Gives back what it is given.', inputSchema: message, annotations: { readOnlyHint: true } },
    ({ message: said }) => ({ content: [{ type: 'text', text: said }] }),
  );
  server.registerTool(
    'write_note',
    { description: 'Writes a note.', inputSchema: message, annotations: { readOnlyHint: false } },
    ({ message: said }) => {
      notes.push(said);
      return { content: [{ type: 'text', text: `Note ${notes.length} is written.` }] };
    },
  );
  withoutWarning(() =>
    server.registerTool(
      'notes/count',
      { description: 'Counts the notes.', annotations: { readOnlyHint: true } },
      () => ({
        content: [{ type: 'text', text: String(notes.length) }],
        structuredContent: { notes: notes.length },
      }),
    ),
  );
  server.registerTool('picture', { description: 'Gives a picture.', annotations: { readOnlyHint: true } }, () => ({
    content: [{ type: 'image', data: PIXEL, mimeType: 'image/png' }],
  }));
  return server;
}

/** The SDK warns of names with a slash, in eight lines for each connection; they are what is to be tested. */
function withoutWarning(register: () => void): void {
  const { warn } = console;
  console.warn = () => {};
  try {
    register();
  } finally {
    console.warn = warn;
  }
}
