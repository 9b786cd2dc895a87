import 'server-only';
import { saveMcpQuotas } from '@/db/queries/mcp-quotas/save-mcp-quotas';
import { selectMcpQuotas } from '@/db/queries/mcp-quotas/select-mcp-quotas';
import type { CallLimits } from '@/db/types/mcp-quota';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Quotas } from './quota-schema';

/** What is laid down for the calls of a server and its tools. Throws `not_found`. */
export async function getQuotas(actor: Actor, serverId: string): Promise<Quotas> {
  await requireServer(actor, serverId, 'read');
  const all = await selectMcpQuotas(actor, serverId);
  const limits = ({ callsPerMinute, callsPerDay }: CallLimits) => ({ callsPerMinute, callsPerDay });
  const ofServer = all.find(({ tool }) => tool === '');
  return {
    server: ofServer ? limits(ofServer) : { callsPerMinute: null, callsPerDay: null },
    tools: Object.fromEntries(all.filter(({ tool }) => tool !== '').map((quota) => [quota.tool, limits(quota)])),
  };
}

/** Lays down limits in the place of those before. Throws `not_found`, `forbidden`. */
export async function setQuotas(actor: Actor, serverId: string, { server, tools }: Quotas): Promise<Quotas> {
  await requireServer(actor, serverId, 'write');
  const all = [{ tool: '', ...server }, ...Object.entries(tools).map(([tool, limits]) => ({ tool, ...limits }))];
  const given = all.filter(({ callsPerMinute, callsPerDay }) => callsPerMinute !== null || callsPerDay !== null);
  if (!(await saveMcpQuotas(actor, serverId, given))) throw new AppError('not_found', texts.noSuchServer);
  return getQuotas(actor, serverId);
}
