import 'server-only';
import { extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import { createAuthorizationFetch } from './authorization-fetch';

/** What a server says when it refuses a request without rights. */
export interface Challenge {
  resourceMetadataUrl?: URL;
  scope?: string;
}

/** What a refusal says; nothing of it is believed yet. */
export function challengeOf(response: Response): Challenge {
  const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
  return { ...(resourceMetadataUrl && { resourceMetadataUrl }), ...(scope !== undefined && { scope }) };
}

/** Asks a server as a stranger would. `null` = it asks nobody to sign in. */
export async function askForChallenge(serverUrl: string, type: 'http' | 'sse'): Promise<Challenge | null> {
  const ask = createAuthorizationFetch(serverUrl);
  const accept = 'application/json, text/event-stream';
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
  const init = type === 'sse' ? {} : { method: 'POST', body };
  const response = await ask(serverUrl, { ...init, headers: { accept, 'content-type': 'application/json' } });
  await response.body?.cancel();
  return response.status === 401 ? challengeOf(response) : null;
}
