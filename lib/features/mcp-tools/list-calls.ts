import 'server-only';
import { z } from 'zod';
import { selectMcpCalls } from '@/db/queries/mcp-calls/select-mcp-calls';
import type { McpCallEntry } from '@/db/types/mcp-call-entry';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { decodeCursor, encodeCursor } from '@/lib/platform/http/cursor';

export const callsQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type CallView = Omit<McpCallEntry, 'serverId' | 'at'> & { at: string };

/** Calls of a server's tools, newest first: one's own, and to who manages the server everybody's. Throws `not_found`. */
export async function listCalls(
  actor: Actor,
  serverId: string,
  { cursor, limit }: z.infer<typeof callsQuery>,
): Promise<{ items: CallView[]; nextCursor: string | null }> {
  await requireServer(actor, serverId, 'read');
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await selectMcpCalls(actor, serverId, { after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ serverId: _, at, ...call }) => ({ ...call, at: at.toISOString() })),
    nextCursor: last ? encodeCursor({ time: last.at, id: last.id }) : null,
  };
}
