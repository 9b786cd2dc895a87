import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import catalogue from '../catalogue/servers.json';
import { EXAMPLE } from '../example/example-access';
import type { McpServer } from '../mcp-server';
import { texts } from './texts';

/** Why the policy of a workspace does not allow a server in its runs, in words, or `null`. */
export function policyProblem(
  { mcp }: Pick<WorkspacePolicy, 'mcp'>,
  server: Pick<McpServer, 'id' | 'transport'>,
): string | null {
  if (mcp.servers === 'none') return texts.noServers;
  if (mcp.servers === 'any' || server.id === EXAMPLE.id || isOfCatalogue(server.transport)) return null;
  return texts.onlyCatalogue;
}

function isOfCatalogue({ url }: McpServer['transport']): boolean {
  return catalogue.some(({ remotes }) => remotes.some((remote) => sameAddress(remote.url) === sameAddress(url)));
}

function sameAddress(url: string): string {
  return URL.parse(url)?.href.replace(/\/$/, '') ?? url;
}
