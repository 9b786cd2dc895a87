import 'server-only';
import { z } from 'zod';
import { deleteApprovedCommand } from '@/db/queries/approved-commands/delete-approved-command';
import { insertApprovedCommand } from '@/db/queries/approved-commands/insert-approved-command';
import type { ApprovedCommandRecord } from '@/db/types/approved-command-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { commandHash } from '@/lib/team-config/checks/command-hash';
import { texts } from '@/lib/team-config/checks/texts';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';

export const approvalInput = z.strictObject({
  command: z
    .string()
    .max(4_000)
    .refine((command) => command.trim() !== '', texts.giveText),
  isApproved: z.boolean(),
});

/**
 * Whether checks with exactly this command run in the actor's runs from now on; the approval, or `null` for none. Throws `forbidden` to whoever may have no
 * commands run.
 */
export async function setApproval(
  actor: Actor,
  { command, isApproved }: z.infer<typeof approvalInput>,
): Promise<ApprovedCommandRecord | null> {
  requireClaudeCodeRight(actor);
  const hash = commandHash(command);
  if (isApproved) return insertApprovedCommand(actor, { hash, command });
  await deleteApprovedCommand(actor, hash);
  return null;
}
