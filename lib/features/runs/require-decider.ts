import 'server-only';
import { findRun } from '@/db/queries/runs/find-run';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';
import { findRunOrThrow } from './find-run-or-throw';

/**
 * Only who started a run decides what it does on this machine, and only while they have the right to run Claude Code, whose tools ask.
 * Throws `not_found` for everybody else, `forbidden` without that right.
 */
export async function requireDecider(actor: Actor, runId: string): Promise<void> {
  await findRunOrThrow(actor, runId, 'read');
  if (!(await findRun(actor, runId, 'decide'))) throw new AppError('not_found', texts.noSuchApproval);
  requireClaudeCodeRight(actor);
}
