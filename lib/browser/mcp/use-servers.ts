import { api } from '@/lib/browser/api/api';
import { useRead } from '@/lib/browser/api/use-read';
import type { McpServerInfo } from './mcp-server';

const read = async () => (await api<{ items: McpServerInfo[] }>('GET', '/mcp/servers')).items;

/** The servers that the person may use; `null` = not read yet. */
export function useServers(): McpServerInfo[] | null {
  return useRead(read, 'servers').value;
}
