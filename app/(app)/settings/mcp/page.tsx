import type { Metadata } from 'next';
import { AddServer } from '@/components/mcp/add-server';
import { ChainList } from '@/components/mcp/chains/chain-list';
import { ServerList } from '@/components/mcp/server-list';
import { texts as signInTexts } from '@/components/mcp/sign-in-texts';
import { Section } from '@/components/settings/section';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { searchCatalogue } from '@/lib/features/mcp-catalogue/search-catalogue';
import { listChains } from '@/lib/features/mcp-chains/list-chains';
import { listServers } from '@/lib/features/mcp-servers/list-servers';
import { programSupport } from '@/lib/features/mcp-servers/program-support';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { placeNames } from '../../place-of';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.mcp };

/** The MCP servers of the person and of their workspaces, and the ways to add one. */
export default async function McpPage({ searchParams }: { searchParams: Promise<{ signIn?: string | string[] }> }) {
  const { signIn } = await searchParams;
  const actor = await pageActor();
  const [servers, chains, programs, placeOf] = await Promise.all([
    listServers(actor),
    listChains(actor),
    programSupport(actor),
    placeNames(),
  ]);
  const placed = <T extends { workspaceId: string }>(thing: T) => ({ ...thing, place: placeOf(thing.workspaceId) });
  const catalogue = searchCatalogue({ q: '' }).map(({ title, description, websiteUrl, body, secrets }) => ({
    ...{ title, description, websiteUrl, body, secrets },
  }));
  return (
    <PageFrame title={texts.mcp} text={texts.mcpText}>
      {signIn === 'unknown' && <Notice tone="danger">{signInTexts.unknown}</Notice>}
      <ServerList servers={servers.map(placed)} />
      <AddServer catalogue={catalogue} programs={programs} />
      <Section id="chains" title={texts.mcpChains} text={texts.mcpChainsText}>
        <ChainList chains={chains.map(placed)} />
      </Section>
    </PageFrame>
  );
}
