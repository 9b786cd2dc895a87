import 'server-only';
import { updateMcpServer } from '@/db/queries/mcp-servers/update-mcp-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { checkServer } from './check-server';
import { getServer } from './get-server';
import { recordServer } from './record-server';
import { refuseFolders } from './refuse-folders';
import { refuseTransport } from './refuse-transport';
import { requireServer } from './require-server';
import { sealTransport } from './seal-transport';
import type { ServerChanges } from './server-input';
import type { ServerView } from './server-view';
import { texts } from './texts';

/**
 * Changes what is given; a secret that is given as `true` stays. What concerns the connection is tried at once. Throws `not_found`, `forbidden`, `invalid`, and
 * `conflict` for a name that is taken and for a `version` that is not the current one.
 */
export async function updateServer(
  actor: Actor,
  id: string,
  { version, ...changes }: ServerChanges,
): Promise<ServerView> {
  const current = await requireServer(actor, id, 'write');
  if (changes.transport) {
    refuseTransport(actor, changes.transport);
    await refuseFolders(id, changes.transport);
  }
  const sealed = changes.transport && (await sealTransport(id, changes.transport, current.transport));
  const { transport: _, ...set } = changes;
  const outcome = await updateMcpServer(
    actor,
    id,
    { set: { ...set, ...(sealed && { transport: sealed.transport }) }, ...(sealed && { secrets: sealed }) },
    version ?? current.version,
  );
  if (outcome === 'forbidden') throw new AppError('not_found', texts.noSuchServer);
  if (outcome === 'taken')
    throw new AppError('conflict', texts.nameTaken, { fields: [{ path: 'name', message: texts.nameTaken }] });
  if (outcome === 'stale')
    throw new AppError('conflict', texts.serverChanged, {
      hint: texts.serverChangedHint,
      current: await getServer(actor, id),
    });
  getMcp().clients.forget(id);
  const transport = sealed?.transport ?? current.transport;
  await recordServer(actor, 'update', { ...current, transport }, { changed: Object.keys(changes).join(' ') });
  const isOn = changes.enabled ?? current.enabled;
  if (isOn && (changes.transport || changes.enabled))
    await checkServer(actor, id, { findAddress: Boolean(changes.transport) });
  return getServer(actor, id);
}
