import 'server-only';
import type { ToolPolicy } from '@/db/types/mcp-server-record';
import { env } from '@/lib/platform/config/env';

/** The least that the operator lets every call meet; `null` leaves it to the levels below. */
export function instancePolicy(): ToolPolicy | null {
  const { MASSGEN_MCP_TOOLS } = env();
  return MASSGEN_MCP_TOOLS === 'allow' ? null : MASSGEN_MCP_TOOLS;
}
