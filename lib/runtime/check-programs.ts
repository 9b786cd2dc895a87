import 'server-only';
import { findCommandApproval } from '@/db/queries/run-log/find-command-approval';
import type { CheckPrograms } from '@/lib/engine/check-programs';
import { AppError } from '@/lib/platform/errors/app-error';
import { commandHash } from '@/lib/team-config/checks/command-hash';
import { texts } from '@/lib/team-config/checks/texts';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';
import { findWorkFolder } from '@/lib/work-folders/work-folders';

/** Who may have commands run, and where agents work. */
export const checkPrograms: CheckPrograms = {
  async whyNot(runId, command) {
    const found = await findCommandApproval(runId, commandHash(command));
    if (!found) return texts.runGone;
    try {
      // A run is its starter's, however they have started it.
      requireClaudeCodeRight({ ...found, via: { kind: 'session', sessionId: '' } });
    } catch (error) {
      if (error instanceof AppError) return texts.commandsForbidden;
      throw error;
    }
    return found.isApproved ? null : texts.commandNotApproved;
  },
  folderOf: async (place) => (await findWorkFolder(place))?.files ?? null,
};
