import type { Metadata } from 'next';
import { AddServer } from '@/components/mcp/add-server';
import { ServerList } from '@/components/mcp/server-list';
import { texts as signInTexts } from '@/components/mcp/sign-in-texts';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { searchCatalogue } from '@/lib/features/mcp-catalogue/search-catalogue';
import { listServers } from '@/lib/features/mcp-servers/list-servers';
import { programSupport } from '@/lib/features/mcp-servers/program-support';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.mcp };

/** The MCP servers of the person and of their workspaces, and the ways to add one. */
export default async function McpPage({ searchParams }: { searchParams: Promise<{ signIn?: string | string[] }> }) {
  const { signIn } = await searchParams;
  const actor = await pageActor();
  const [servers, programs] = await Promise.all([listServers(actor), programSupport(actor)]);
  const catalogue = searchCatalogue({ q: '' }).map(({ title, description, websiteUrl, body, secrets }) => ({
    ...{ title, description, websiteUrl, body, secrets },
  }));
  return (
    <PageFrame title={texts.mcp} text={texts.mcpText}>
      {signIn === 'unknown' && <Notice tone="danger">{signInTexts.unknown}</Notice>}
      <ServerList servers={servers} />
      <AddServer catalogue={catalogue} programs={programs} />
    </PageFrame>
  );
}
