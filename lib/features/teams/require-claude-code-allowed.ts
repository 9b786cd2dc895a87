import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import type { Team } from '@/lib/protocol/team';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';

/** Throws `forbidden` for a team with Claude Code, also as a fallback, that the actor may not run. */
export function requireClaudeCodeAllowed(actor: Actor, { agents }: Team): void {
  const isUsed = agents.some(({ backend, fallbacks = [] }) =>
    [backend, ...fallbacks.map((fallback) => fallback.backend)].some(({ type }) => type === 'claude_code'),
  );
  if (isUsed) requireClaudeCodeRight(actor);
}
