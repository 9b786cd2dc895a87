import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/config/env';
import { AppError } from '@/lib/errors/app-error';
import type { Team } from '@/lib/protocol/team';

/**
 * Claude Code runs commands on the server's machine as the server's own user, so only those may start it whom `MASSGEN_CLAUDE_CODE`
 * allows. Throws `forbidden` for a team that has it, also as a fallback.
 */
export function requireClaudeCodeAllowed(actor: Actor, { agents }: Team): void {
  const isUsed = agents.some(({ backend, fallbacks = [] }) =>
    [backend, ...fallbacks.map((fallback) => fallback.backend)].some(({ type }) => type === 'claude_code'),
  );
  const { MASSGEN_CLAUDE_CODE } = env();
  if (!isUsed || MASSGEN_CLAUDE_CODE === 'on') return;
  if (MASSGEN_CLAUDE_CODE === 'off')
    throw new AppError('forbidden', 'Claude Code is switched off on this server.', { hint: HOW_TO_ALLOW });
  if (actor.role === 'member') {
    throw new AppError('forbidden', 'Only the owner and administrators may use Claude Code on this server.', {
      hint: HOW_TO_ALLOW,
    });
  }
}

const HOW_TO_ALLOW = 'The operator decides with MASSGEN_CLAUDE_CODE: off, admin or on.';
