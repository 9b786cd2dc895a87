import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { env } from '@/lib/platform/config/env';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { texts } from './texts';

const HOW_TO_ALLOW = texts.claudeCodeHint;

/**
 * Claude Code runs commands on the server's machine as the server's own user, so only those may start it, and decide what it does, whom
 * `MASSGEN_CLAUDE_CODE` allows. Throws `forbidden`.
 */
export function requireClaudeCodeRight(actor: Pick<Actor, 'userId' | 'role' | 'via'>): void {
  const { MASSGEN_CLAUDE_CODE } = env();
  if (MASSGEN_CLAUDE_CODE === 'on') return;
  if (MASSGEN_CLAUDE_CODE === 'off') throw new AppError('forbidden', texts.claudeCodeOff, { hint: HOW_TO_ALLOW });
  if (!mayOnInstance(actor, 'run', 'claudeCode')) {
    throw new AppError('forbidden', texts.claudeCodeAdmins, {
      hint: HOW_TO_ALLOW,
    });
  }
}
