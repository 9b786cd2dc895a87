import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  inputRequired,
  inputResponse,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';

export interface ModernServer {
  url: string;
  origin: string;
  /** The methods that it was asked, in order. */
  asked: string[];
  /** Breaks off the streams on which it tells of changes. */
  breakStreams(): void;
  stop(): Promise<void>;
}

const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] });

async function paint({ what }: { what: string }, { mcpReq }: ServerContext) {
  const colour = inputResponse(mcpReq.inputResponses, 'colour');
  if (colour.kind === 'sampling') {
    const { content } = colour.result;
    return text(`${what} is painted: ${!Array.isArray(content) && content.type === 'text' ? content.text : ''}`);
  }
  const sure = inputResponse(mcpReq.inputResponses, 'sure');
  if (sure.kind === 'missing') {
    const requestedSchema = z.object({ sure: z.boolean() });
    return inputRequired({
      inputRequests: { sure: inputRequired.elicit({ message: `Paint ${what}?`, requestedSchema }) },
    });
  }
  if (sure.kind !== 'elicit' || sure.action !== 'accept') return text(`${what} stays as it is.`);
  const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: 'Which colour?' } }];
  return inputRequired({ inputRequests: { colour: inputRequired.createMessage({ messages, maxTokens: 10 }) } });
}

/** A server of the revision 2026-07-28: no session, no handshake. */
export async function startModernServer(): Promise<ModernServer> {
  const asked: string[] = [];
  const listening = new Set<http.ServerResponse>();
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'modern', version: '1' }, { instructions: 'Ask me for weights.' });
    const inputSchema = z.object({ of: z.string() });
    const annotations = { readOnlyHint: true };
    server.registerTool('weigh', { description: 'Weighs.', inputSchema, annotations }, async ({ of }) => ({
      content: [{ type: 'text', text: `${of}: 42 g` }],
    }));
    // It asks a person first, then a model, each in a round of its own.
    server.registerTool('paint', { description: 'Paints.', inputSchema: z.object({ what: z.string() }) }, paint);
    return server;
  });
  const node = toNodeHandler(handler);
  const server = http.createServer((request, response) => {
    const { 'mcp-method': method } = request.headers;
    if (typeof method === 'string') asked.push(method);
    if (method === 'subscriptions/listen') {
      listening.add(response);
      response.once('close', () => listening.delete(response));
    }
    void node(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/mcp`,
    asked,
    breakStreams() {
      for (const response of listening) response.destroy();
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
