import 'server-only';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ExportFormat, writeServers } from './write-servers';

const FILES: Record<ExportFormat, { fileName: string; mediaType: string }> = {
  claude: { fileName: 'mcp.json', mediaType: 'application/json' },
  vscode: { fileName: 'mcp.json', mediaType: 'application/json' },
  cursor: { fileName: 'mcp.json', mediaType: 'application/json' },
  codex: { fileName: 'config.toml', mediaType: 'application/toml' },
};

/** The servers that the actor sees, as the configuration of another program. */
export async function exportServers(actor: Actor, format: ExportFormat) {
  return { text: writeServers(await selectMcpServers(actor), format), ...FILES[format] };
}
