import type { Client, RequestOptions } from '@modelcontextprotocol/client';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { Connection } from './connection';
import { LIMITS } from './limits';
import { performRequest } from './perform-request';

const NAME = 300;
const DESCRIPTION = 1000;
const ADDRESS = 2000;

export interface McpResource {
  uri: string;
  name: string;
  title?: string;
  description?: string;
  mimeType?: string;
  size?: number;
}

export interface McpPrompt {
  name: string;
  title?: string;
  description?: string;
  arguments: { name: string; description?: string; required: boolean }[];
}

/** What a server has besides tools. */
export interface Beside {
  resources: McpResource;
  prompts: McpPrompt;
}

/** Asks a server for what it has of a kind, cleaned and capped; nothing where it says that it has none of it. */
export async function listBeside<K extends keyof Beside>(
  connection: Connection,
  kind: K,
  signal: AbortSignal,
): Promise<Beside[K][]> {
  if (!connection.client.getServerCapabilities()?.[kind]) return [];
  const terms = { signal, isRepeatable: true, timeoutMs: LIMITS.listMs, mostBytes: LIMITS.listBytes };
  const all = await performRequest(connection, terms, LISTERS[kind]);
  return all.slice(0, LIMITS.tools) as Beside[K][];
}

const LISTERS: { [K in keyof Beside]: (client: Client, options: RequestOptions) => Promise<Beside[K][]> } = {
  async resources(client, options) {
    const { resources } = await client.listResources(undefined, options);
    return resources.map(({ uri, name, title, description, mimeType, size }) => ({
      ...{ uri: cleanText(uri, ADDRESS), name: cleanText(name, NAME) },
      ...words({ title, description }),
      ...(mimeType && { mimeType: cleanText(mimeType, NAME) }),
      ...(typeof size === 'number' && { size }),
    }));
  },
  async prompts(client, options) {
    const { prompts } = await client.listPrompts(undefined, options);
    return prompts.map(({ name, title, description, arguments: given = [] }) => ({
      ...{ name: cleanText(name, NAME), ...words({ title, description }) },
      arguments: given.map((one) => ({
        ...{ name: cleanText(one.name, NAME), required: one.required === true },
        ...words({ description: one.description }),
      })),
    }));
  },
};

function words({ title, description }: { title?: string | undefined; description?: string | undefined }) {
  return {
    ...(title && { title: cleanText(title, NAME) }),
    ...(description && { description: cleanText(description, DESCRIPTION) }),
  };
}
