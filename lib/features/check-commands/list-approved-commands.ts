import 'server-only';
import { selectApprovedCommands } from '@/db/queries/approved-commands/select-approved-commands';
import type { ApprovedCommandRecord } from '@/db/types/approved-command-record';
import type { Actor } from '@/lib/platform/auth/actor';

/** The commands that the actor has approved for checks in their runs. */
export async function listApprovedCommands(actor: Actor): Promise<ApprovedCommandRecord[]> {
  return selectApprovedCommands(actor);
}
