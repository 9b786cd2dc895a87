import 'server-only';
import type { McpProbe } from '@/lib/mcp/connect/mcp-clients';
import type { Actor } from '@/lib/platform/auth/actor';
import { checkServer } from './check-server';
import { requireServer } from './require-server';

export interface ServerTest extends Pick<McpProbe, 'ok' | 'steps'> {
  era: string | null;
  tools: { name: string; title?: string; description: string }[];
}

/** Connects afresh and says step by step how that went. Throws `not_found`, `forbidden`. */
export async function testServer(actor: Actor, id: string): Promise<ServerTest> {
  await requireServer(actor, id, 'use');
  const { ok, steps, description } = await checkServer(actor, id);
  const tools = (description?.tools ?? []).map(({ name, title, description: text }) => ({
    name,
    ...(title !== undefined && { title }),
    description: text,
  }));
  return { ok, steps, era: description?.era ?? null, tools };
}
