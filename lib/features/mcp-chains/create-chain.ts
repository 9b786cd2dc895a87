import 'server-only';
import { uuidv7 } from 'uuidv7';
import { insertMcpChain } from '@/db/queries/mcp-chains/insert-mcp-chain';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { selectWorkspaces } from '@/db/queries/workspaces/select-workspaces';
import { texts as common } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { NewChain } from './chain-input';
import { type ChainView, viewOfChain } from './chain-view';
import { refuseSteps } from './refuse-steps';
import { requireChain } from './require-chain';
import { texts } from './texts';

/** Stores a chain. Throws `invalid` for steps that can never work, `conflict` for a name that is taken, `not_found` for a foreign workspace, `forbidden` to a member. */
export async function createChain(actor: Actor, { workspaceId: wanted, ...given }: NewChain): Promise<ChainView> {
  const id = uuidv7();
  const personal = await findPersonalWorkspace(actor);
  const workspaceId = wanted ?? personal;
  const known = (await selectWorkspaces(actor)).some((workspace) => workspace.id === workspaceId);
  if (!known) throw new AppError('not_found', common.noSuchWorkspace);
  await refuseSteps(actor, workspaceId, given);
  const userId = workspaceId === personal ? actor.userId : null;
  const stored = await insertMcpChain(actor, { ...given, id, workspaceId, userId });
  if (stored === 'forbidden') throw new AppError('forbidden', texts.adminsOnly);
  if (stored === 'taken') throw nameTaken();
  return viewOfChain(await requireChain(actor, id, 'read'));
}

export function nameTaken(): AppError {
  return new AppError('conflict', texts.nameTaken, { fields: [{ path: 'name', message: texts.nameTaken }] });
}
