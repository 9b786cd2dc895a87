import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import catalogue from '../catalogue/servers.json';
import { EXAMPLE } from '../example/example-access';
import type { McpServer } from '../mcp-server';
import { packageOf } from '../stdio/package-of';
import { texts } from './texts';

interface CatalogueEntry {
  remotes?: { url: string }[];
  packages?: { identifier: string; version: string }[];
}

/** Why the policy of a workspace does not allow a server in its runs, in words, or `null`. */
export function policyProblem(
  { mcp }: Pick<WorkspacePolicy, 'mcp'>,
  server: Pick<McpServer, 'id' | 'transport'>,
): string | null {
  if (mcp.servers === 'none') return texts.noServers;
  if (mcp.servers === 'any' || server.id === EXAMPLE.id || isOfCatalogue(server.transport)) return null;
  return texts.onlyCatalogue;
}

function isOfCatalogue(transport: McpServer['transport']): boolean {
  const entries = catalogue as CatalogueEntry[];
  if (transport.type !== 'stdio')
    return entries.some(({ remotes = [] }) =>
      remotes.some(({ url }) => sameAddress(url) === sameAddress(transport.url)),
    );
  const started = packageOf(transport.command, transport.args);
  return entries.some(({ packages = [] }) =>
    packages.some(({ identifier, version }) => identifier === started?.name && version === started.version),
  );
}

function sameAddress(url: string): string {
  return URL.parse(url)?.href.replace(/\/$/, '') ?? url;
}
