import 'server-only';
import { setToolPolicy } from '@/lib/features/mcp-tools/set-tool-policy';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { controlRun } from './control-run';
import { findAskedServer } from './find-asked-server';
import { type ApprovalDecision, replyToServer } from './reply-to-server';
import { requireDecider } from './require-decider';

/**
 * Allows or denies a tool call that waits for a person, or what its server asks; `always` also sets what later calls of that tool meet. Throws as `requireDecider` and `controlRun`, and
 * `conflict` for what a server asked before the application was restarted,
 * `invalid` for arguments that the tool does not take, for a reply that is not what the server asks for, and for `always` where the tool is of no MCP server.
 */
export async function decideApproval(actor: Actor, runId: string, decision: ApprovalDecision): Promise<void> {
  const { run, approval } = await requireDecider(actor, runId, decision.approvalId, decision.decision);
  if (approval?.isLost) throw new AppError('conflict', texts.questionLost);
  if (approval?.kind !== undefined) {
    await controlRun(actor, runId, { type: 'decideApproval', ...(await replyToServer(approval, decision)) });
    return;
  }
  const server = approval && (await findAskedServer(run, approval));
  if (decision.scope === 'always' && approval && !server)
    throw new AppError('invalid', texts.alwaysElsewhere, {
      fields: [{ path: 'scope', message: texts.alwaysElsewhere }],
    });
  await controlRun(actor, runId, { type: 'decideApproval', ...decision });
  if (!server || !approval) return;
  const { tool } = approval;
  if (decision.scope === 'always') await setToolPolicy(actor, { serverId: server.id, name: tool }, decision.decision);
  if (decision.decision === 'deny')
    await getMcp().directory.record({
      ...{ serverId: server.id, tool, runId, userId: null, outcome: 'denied', tookMs: 0, resultBytes: 0 },
      argumentBytes: Buffer.byteLength(JSON.stringify(approval.arguments) ?? ''),
    });
}
