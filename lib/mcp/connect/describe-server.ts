import type { ListToolsResult } from '@modelcontextprotocol/client';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpTool } from '../mcp-server';
import { readTool } from '../tools/read-tool';
import type { Connection } from './connection';
import { LIMITS } from './limits';
import type { McpServerDescription } from './mcp-clients';
import { performRequest } from './perform-request';

const NAME = 200;
const INSTRUCTIONS = 2000;

export interface FreshDescription {
  description: McpServerDescription;
  freshMs: number;
}

/** Asks a server for all its tools, page by page. Throws what goes wrong as it comes. */
export async function describeServer(connection: Connection, signal: AbortSignal): Promise<FreshDescription> {
  const { client, era, connectMs } = connection;
  const began = performance.now();
  let listed: ListToolsResult = { tools: [] };
  if (client.getServerCapabilities()?.tools) {
    const terms = { signal, isRepeatable: true, timeoutMs: LIMITS.listMs, mostBytes: LIMITS.listBytes };
    listed = await performRequest(connection, terms, (_client, options) =>
      client.listTools(undefined, { ...options, cacheMode: 'refresh' }),
    );
  }
  const took = performance.now() - began;
  const info = client.getServerVersion();
  const instructions = client.getInstructions();
  return {
    description: {
      tools: toolsIn(listed),
      era,
      serverInfo: {
        name: cleanText(info?.name ?? '', NAME),
        version: cleanText(info?.version ?? '', NAME),
        ...(info?.title && { title: cleanText(info.title, NAME) }),
      },
      ...(instructions && { instructions: cleanText(instructions, INSTRUCTIONS) }),
      latencyMs: Math.round(took || connectMs),
    },
    freshMs: freshFor(listed),
  };
}

/** In the order of their names, which is the same each time; of two with the same name the first counts. */
function toolsIn({ tools }: ListToolsResult): McpTool[] {
  const byName = new Map<string, McpTool>();
  for (const raw of tools) {
    if (byName.size === LIMITS.tools) break;
    const read = readTool(raw);
    if ('tool' in read && !byName.has(read.tool.name)) byName.set(read.tool.name, read.tool);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function freshFor(listed: ListToolsResult): number {
  const ttl = 'ttlMs' in listed && typeof listed.ttlMs === 'number' ? listed.ttlMs : 0;
  return ttl > 0 ? Math.min(ttl, LIMITS.mostFreshMs) : LIMITS.freshMs;
}
