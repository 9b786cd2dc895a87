import type { OauthClient } from './mcp-server';

/** As what this application is registered with a server's authorization server, as a person edits it. */
export interface OauthDraft {
  clientId: string;
  issuer: string;
  scope: string;
  /** No person signs in: the application does, with its secret. */
  isMachine: boolean;
  /** `null` = the one that is stored stays. */
  secret: string | null;
}

export function oauthDraft(stored: OauthClient<true> | undefined): OauthDraft {
  return {
    clientId: stored?.clientId ?? '',
    issuer: stored?.issuer ?? '',
    scope: stored?.scope ?? '',
    isMachine: stored?.grant === 'clientCredentials',
    secret: stored?.clientSecret || stored?.privateKey ? null : '',
  };
}

/** What is registered by the draft; `undefined` = nothing. A private key, which only the API takes, stays until a secret takes its place. */
export function givenOauth(
  draft: OauthDraft,
  stored: OauthClient<true> | undefined,
): OauthClient<string | true> | undefined {
  const [clientId, issuer, scope] = [draft.clientId, draft.issuer, draft.scope].map((text) => text.trim());
  if (!clientId) return undefined;
  return {
    clientId,
    ...(issuer && { issuer }),
    ...(scope && { scope }),
    grant: draft.isMachine ? 'clientCredentials' : 'authorizationCode',
    ...secretOf(draft, stored),
  };
}

function secretOf({ secret }: OauthDraft, stored: OauthClient<true> | undefined) {
  if (secret) return { clientSecret: { secret } };
  if (secret === '') return {};
  const { clientSecret, privateKey, algorithm } = stored ?? {};
  return {
    ...(clientSecret && { clientSecret }),
    ...(privateKey && { privateKey }),
    ...(algorithm && { algorithm }),
  };
}
