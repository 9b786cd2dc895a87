import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { HealthPanel } from '@/components/mcp/health/health-panel';
import { LimitsForm } from '@/components/mcp/health/limits-form';
import { ServerActions } from '@/components/mcp/server-actions';
import { ServerForm } from '@/components/mcp/server-form';
import { ServerList } from '@/components/mcp/server-list';
import { ServerSignIn } from '@/components/mcp/server-sign-in';
import { ToolList } from '@/components/mcp/tool-list';
import { Section } from '@/components/settings/section';
import { PageFrame } from '@/components/ui/page-frame';
import { getMetrics } from '@/lib/features/mcp-insight/get-metrics';
import { getQuotas } from '@/lib/features/mcp-quotas/quotas';
import { findManagedServer } from '@/lib/features/mcp-servers/find-managed-server';
import { listTools } from '@/lib/features/mcp-tools/list-tools';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { placeNames } from '../../../place-of';
import { texts } from '../../../texts';

/** Of which calls are summed up. */
const DAYS = 7;

export const metadata: Metadata = { title: texts.mcp };

/** One MCP server: how it stands, its tools, and how it is connected to. */
export default async function McpServerPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ signIn?: string | string[] }>;
}) {
  const actor = await pageActor();
  const { id } = await params;
  const { signIn } = await searchParams;
  const found = await findManagedServer(actor, id);
  if (!found) notFound();
  const { server, isManaged } = found;
  return (
    <PageFrame title={server.name}>
      <p className="mb-4 text-sm">
        <Link href="/settings/mcp" className="text-accent underline underline-offset-2">
          {texts.allServers}
        </Link>
      </p>
      <ServerList servers={[{ ...server, place: (await placeNames())(server.workspaceId) }]} />
      <ServerSignIn server={server} outcome={typeof signIn === 'string' ? signIn : null} />
      <div className="mt-4 mb-6">
        <ServerActions server={server} isManaged={isManaged} />
      </div>
      <Section title={texts.mcpTools}>
        <ToolList
          serverId={id}
          tools={await listTools(actor, id)}
          isManaged={isManaged}
          asksToSignIn={server.status === 'needs_authorization'}
        />
      </Section>
      <Section title={texts.mcpHealth}>
        <HealthPanel metrics={await getMetrics(actor, id, { days: DAYS })} days={DAYS} />
      </Section>
      {isManaged && (
        <Section title={texts.mcpLimits} text={texts.mcpLimitsText}>
          <LimitsForm serverId={id} quotas={await getQuotas(actor, id)} />
        </Section>
      )}
      {isManaged && (
        <Section title={texts.mcpConnection}>
          <ServerForm key={server.version} server={server} />
        </Section>
      )}
    </PageFrame>
  );
}
