import 'server-only';
import { selectMcpQuotas } from '@/db/queries/mcp-quotas/select-mcp-quotas';
import { policyOf } from '@/db/queries/policies/policy-of';
import { countHit } from '@/db/queries/rate-limits/count-hit';
import { forgiveHits } from '@/db/queries/rate-limits/forgive-hits';
import { env } from '@/lib/platform/config/env';
import { texts } from './texts';

/** A call that is about to be made. */
export interface CallToAdmit {
  userId: string;
  /** In which it is made. */
  workspaceId: string;
  server: { id: string; name: string };
  tool: string;
}

interface Limit {
  key: string;
  most: number;
  seconds: number;
  whose: string;
}

const MINUTE = 60;
const DAY = 86_400;

/**
 * Counts a call against every limit that it falls under: of its tool, its server, the person, the workspace. Where one is used up it counts against none, and
 * the words say which one it is and when it ends; else `null`.
 */
export async function admitCall(call: CallToAdmit): Promise<string | null> {
  const counted: string[] = [];
  for (const { key, most, seconds, whose } of await limitsOf(call)) {
    const { count, secondsLeft } = await countHit(key, seconds);
    counted.push(key);
    if (count <= most) continue;
    await Promise.all(counted.map((one) => forgiveHits(one, 'one')));
    const span = seconds === MINUTE ? texts.perMinute : texts.perDay;
    return texts.overLimit(call.tool, call.server.name, { most, span, whose, ends: endIn(secondsLeft) });
  }
  return null;
}

function endIn(seconds: number): { seconds: number; at: string } {
  const left = Math.max(1, seconds);
  return { seconds: left, at: new Date(Date.now() + left * 1000).toISOString().replace(/\.\d+Z$/, 'Z') };
}

async function limitsOf({ userId, workspaceId, server, tool }: CallToAdmit): Promise<Limit[]> {
  const [quotas, { quotas: ofWorkspace }] = await Promise.all([
    selectMcpQuotas({ userId }, server.id, tool),
    policyOf(workspaceId),
  ]);
  const ofTool = quotas.find((quota) => quota.tool === tool);
  const ofServer = quotas.find((quota) => quota.tool === '');
  const { MASSGEN_MCP_CALLS_PER_MINUTE, MASSGEN_MCP_CALLS_PER_DAY } = env();
  const ofPerson = { callsPerMinute: MASSGEN_MCP_CALLS_PER_MINUTE, callsPerDay: MASSGEN_MCP_CALLS_PER_DAY };
  return [
    ...limits(`tool ${server.id} ${tool}`, texts.ofTool, ofTool),
    ...limits(`server ${server.id}`, texts.ofServer, ofServer),
    ...limits(`user ${userId}`, texts.ofPerson, ofPerson),
    ...limits(`workspace ${workspaceId}`, texts.ofWorkspace, ofWorkspace),
  ];
}

type Given = { callsPerMinute?: number | null | undefined; callsPerDay?: number | null | undefined } | undefined;

function limits(key: string, whose: string, given: Given): Limit[] {
  const one = (most: number | null | undefined, seconds: number): Limit[] =>
    typeof most === 'number' ? [{ key: `mcp ${key} ${seconds}`, most, seconds, whose }] : [];
  return [...one(given?.callsPerMinute, MINUTE), ...one(given?.callsPerDay, DAY)];
}
