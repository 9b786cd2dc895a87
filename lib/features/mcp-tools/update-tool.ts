import 'server-only';
import { updateMcpTool } from '@/db/queries/mcp-tools/update-mcp-tool';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getTool } from './get-tool';
import { setToolPolicy } from './set-tool-policy';
import type { ToolChanges } from './tool-changes';
import { type ToolView, viewOfTool } from './tool-view';

/**
 * Approves or blocks a tool, and says how its calls are decided: everybody's, or one's own where the server is not one's to change. What is approved is the
 * definition that was read (`hash`), where that is given. Throws `not_found`, `forbidden`, and `conflict` with the tool as it is now.
 */
export async function updateTool(
  actor: Actor,
  key: { serverId: string; name: string },
  { state, policy, hash }: ToolChanges,
): Promise<ToolView> {
  const server = await requireServer(actor, key.serverId, state === undefined ? 'use' : 'write');
  const before = await getTool(actor, key.serverId, key.name);
  const given = hash ?? before.hash;
  const isSaved =
    given === before.hash &&
    (state === undefined ||
      (await updateMcpTool(actor, key, {
        state: state === 'approved' ? { is: state, hash: given } : { is: state },
      }))) &&
    (policy === undefined || (await setToolPolicy(actor, key, policy)));
  const now = viewOfTool(await getTool(actor, key.serverId, key.name), server);
  if (isSaved) return now;
  throw new AppError('conflict', texts.toolChanged, { hint: texts.toolChangedHint, current: now });
}
