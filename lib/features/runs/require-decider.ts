import 'server-only';
import { findRun, type RunRecord } from '@/db/queries/runs/find-run';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Approval } from '@/lib/protocol/state';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';
import { findAskedServer } from './find-asked-server';
import { findRunOrThrow } from './find-run-or-throw';
import { getRunState } from './get-run-state';

/**
 * Whoever started a run decides what it does; in a conversation that is shown to a workspace its administrators may too, but what the starter's own servers do
 * they can only deny. Claude Code's own tools, which act on this machine, need the right to run it. Throws `not_found` for everybody else, `forbidden` without
 * that right. Gives the run, and the approval where the run has it.
 */
export async function requireDecider(
  actor: Actor,
  runId: string,
  approvalId: string,
  decision: 'allow' | 'deny' = 'deny',
): Promise<{ run: RunRecord; approval: Approval | null }> {
  await findRunOrThrow(actor, runId, 'read');
  const run = await findRun(actor, runId, 'decide');
  if (!run) throw new AppError('not_found', texts.noSuchApproval);
  const state = await getRunState(actor, runId);
  const approval = state?.approvals.find((candidate) => candidate.approvalId === approvalId) ?? null;
  if (approval && approval.server === undefined) requireClaudeCodeRight(actor);
  if (approval?.server !== undefined && decision === 'allow' && run.createdBy !== actor.userId) {
    const server = await findAskedServer(run, approval);
    if (server?.userId) throw new AppError('forbidden', texts.startersServer);
  }
  return { run, approval };
}
