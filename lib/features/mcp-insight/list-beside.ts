import 'server-only';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { Beside } from '@/lib/mcp/connect/list-beside';
import { McpFailure } from '@/lib/mcp/connect/mcp-failure';
import type { WireMessage } from '@/lib/mcp/connect/wire-log';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';

const ASK_MS = 20_000;

/** What a server has besides tools, asked for now. Throws `not_found`, `conflict` for one that is off, `unavailable` where it does not answer. */
export async function listBesideTools<K extends keyof Beside>(actor: Actor, id: string, kind: K): Promise<Beside[K][]> {
  await requireServer(actor, id, 'use');
  const found = await findUsableServer(actor, id);
  if (!found) throw new AppError('not_found', texts.noSuchServer);
  if (!found.enabled) throw new AppError('conflict', texts.disabled);
  const server = await connectedServer(found);
  if (!server) throw new AppError('conflict', texts.secretUnreadable);
  try {
    return await getMcp().clients.listBeside(server, kind, AbortSignal.timeout(ASK_MS));
  } catch (error) {
    if (!(error instanceof McpFailure)) throw error;
    throw new AppError('unavailable', error.message, { cause: error });
  }
}

/** The newest messages with a server, as far as this process remembers, for whoever may change it. Throws `not_found`, `forbidden`. */
export async function listMessages(actor: Actor, id: string): Promise<WireMessage[]> {
  await requireServer(actor, id, 'write');
  return getMcp().clients.messages(id);
}
