import 'server-only';
import { uuidv7 } from 'uuidv7';
import { insertMcpServer } from '@/db/queries/mcp-servers/insert-mcp-server';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { selectWorkspaces } from '@/db/queries/workspaces/select-workspaces';
import { texts as common } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { checkServer } from './check-server';
import { getServer } from './get-server';
import { recordServer } from './record-server';
import { refuseFolders } from './refuse-folders';
import { refuseTransport } from './refuse-transport';
import { sealTransport } from './seal-transport';
import type { NewServer } from './server-input';
import type { ServerView } from './server-view';
import { texts } from './texts';

/**
 * Stores a server and connects to it: one that cannot be reached is stored with its status. Throws `invalid` for what can never work, `conflict` for a name
 * that is taken, `not_found` for a foreign workspace, `forbidden` to a member who is no administrator, and for a program to whoever is none of the instance.
 */
export async function createServer(actor: Actor, given: NewServer): Promise<ServerView> {
  const { name, enabled, toolTimeoutSeconds, approveTools, group, trusted, policy } = given;
  refuseTransport(actor, given.transport);
  const id = uuidv7();
  await refuseFolders(id, given.transport);
  const personal = await findPersonalWorkspace(actor);
  const workspaceId = given.workspaceId ?? personal;
  const { transport, sealed } = await sealTransport(id, given.transport);
  const stored = await insertMcpServer(
    actor,
    {
      ...{ id, workspaceId, userId: workspaceId === personal ? actor.userId : null, name, transport, enabled },
      ...{ toolTimeoutSeconds, group, trusted, policy, approvesFirst: approveTools },
    },
    sealed,
  );
  if (stored === 'forbidden') throw await refusal(actor, workspaceId);
  if (stored === 'taken')
    throw new AppError('conflict', texts.nameTaken, { fields: [{ path: 'name', message: texts.nameTaken }] });
  await recordServer(
    actor,
    'create',
    { id, workspaceId, transport },
    { isEnabled: enabled, approvesTools: approveTools },
  );
  if (enabled) await checkServer(actor, id, { findAddress: true });
  return getServer(actor, id);
}

async function refusal(actor: Actor, workspaceId: string): Promise<AppError> {
  const isMember = (await selectWorkspaces(actor)).some(({ id }) => id === workspaceId);
  return isMember ? new AppError('forbidden', texts.adminsOnly) : new AppError('not_found', common.noSuchWorkspace);
}
