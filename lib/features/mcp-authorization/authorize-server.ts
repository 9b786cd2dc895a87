import 'server-only';
import { randomBytes } from 'node:crypto';
import { texts as serverTexts } from '@/lib/features/mcp-servers/texts';
import { beginAuthorization } from '@/lib/mcp/authorization/begin-authorization';
import { askForChallenge } from '@/lib/mcp/authorization/challenge';
import { failureOfAuthorization } from '@/lib/mcp/authorization/failure-of-authorization';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { knownClients } from './known-clients';
import { clientMetadataUrl, redirectUrl } from './oauth-addresses';
import { keepPending } from './pending-authorizations';
import { requireUsableServer } from './require-usable-server';
import { texts } from './texts';

/**
 * Begins the actor's sign-in to a server: where the page for it is, which they open themselves. `origin` = of this application. Throws `not_found`, `forbidden`, and
 * `conflict` with what stands in the way.
 */
export async function authorizeServer(actor: Actor, id: string, origin: string): Promise<string> {
  const { server, config } = await requireUsableServer(actor, id);
  if (server.transport.type === 'stdio') throw new AppError('conflict', texts.asksNobody);
  const { type, url } = server.transport;
  if (!server.enabled) throw new AppError('conflict', serverTexts.disabled);
  if (config?.grant === 'clientCredentials') throw new AppError('conflict', texts.noPersonNeeded);
  const state = randomBytes(32).toString('base64url');
  const back = redirectUrl(origin);
  try {
    const challenge = await askForChallenge(url, type);
    if (!challenge && !server.signsIn) throw new AppError('conflict', texts.asksNobody);
    const { authorizationUrl, pending } = await beginAuthorization({
      ...{ serverUrl: url, redirectUrl: back, clientMetadataUrl: clientMetadataUrl(origin), config, state },
      challenge: challenge ?? {},
      scopes: server.signIn?.neededScope ? [server.signIn.scope, server.signIn.neededScope] : [],
      clients: knownClients(actor, id, back),
    });
    await keepPending(actor, id, state, pending);
    return authorizationUrl.href;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const failure = failureOfAuthorization(error);
    throw new AppError('conflict', failure.message, { cause: error });
  }
}
