import { getTableColumns, sql } from 'drizzle-orm';
import { mcpServer } from '../../schema/mcp';

const { approvesFirst: _, ...columns } = getTableColumns(mcpServer);

export const mcpServerColumns = columns;

/** How many tools it named when it was last asked. */
export const toolCount = sql<number>`(
  select count(*)::int from mcp_tool t where t.server_id = mcp_server.id and t.is_present)`;
/** Of them, how many wait for a person. */
export const waitingCount = sql<number>`(
  select count(*)::int from mcp_tool t
  where t.server_id = mcp_server.id and t.is_present and t.state in ('new', 'changed'))`;
