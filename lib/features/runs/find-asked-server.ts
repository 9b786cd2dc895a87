import 'server-only';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { RunRecord } from '@/db/queries/runs/find-run';
import type { ListedServer } from '@/db/types/mcp-server-record';
import type { Approval } from '@/lib/protocol/state';

/** The MCP server of a tool that waits for a person, as whoever started the run sees it. `null` = it is none, or gone. */
export async function findAskedServer(run: RunRecord, { server }: Approval): Promise<ListedServer | null> {
  if (server === undefined || run.createdBy === null) return null;
  const named = (await selectMcpServers({ userId: run.createdBy })).filter(({ name }) => name === server);
  // Their own come first, as when the run chose.
  return named.find(({ userId }) => userId !== null) ?? named[0] ?? null;
}
