import 'server-only';
import { findUsableServer, type UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { OauthClientConfig } from '@/lib/mcp/authorization/grant';
import { oauthConfig } from '@/lib/mcp/policy/oauth-config';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** A server to which the actor may sign in, with how the application is registered for it. Throws `not_found`, `forbidden`, `conflict`. */
export async function requireUsableServer(
  actor: Actor,
  id: string,
): Promise<{ server: UsableServer; config: OauthClientConfig | null }> {
  await requireServer(actor, id, 'use');
  const server = await findUsableServer(actor, id);
  if (!server) throw new AppError('not_found', texts.noSuchServer);
  try {
    return { server, config: await oauthConfig(server) };
  } catch (cause) {
    throw new AppError('conflict', texts.secretUnreadable, { cause });
  }
}
