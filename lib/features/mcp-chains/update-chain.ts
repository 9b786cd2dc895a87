import 'server-only';
import { updateMcpChain } from '@/db/queries/mcp-chains/update-mcp-chain';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { ChainChanges } from './chain-input';
import { type ChainView, viewOfChain } from './chain-view';
import { nameTaken } from './create-chain';
import { refuseSteps } from './refuse-steps';
import { requireChain } from './require-chain';
import { texts } from './texts';

/** Changes what is given. Throws `not_found`, `forbidden`, `invalid`, and `conflict` for a name that is taken and for a `version` that is not the current one. */
export async function updateChain(actor: Actor, id: string, { version, ...changes }: ChainChanges): Promise<ChainView> {
  const current = await requireChain(actor, id, 'write');
  await refuseSteps(actor, current.workspaceId, changes);
  const outcome = await updateMcpChain(actor, id, changes, version ?? current.version);
  if (outcome === 'forbidden') throw new AppError('not_found', texts.noSuchChain);
  if (outcome === 'taken') throw nameTaken();
  const now = viewOfChain(await requireChain(actor, id, 'read'));
  if (outcome === 'stale') throw new AppError('conflict', texts.changed, { hint: texts.changedHint, current: now });
  return now;
}
