import 'server-only';
import type { User } from 'next-auth';
import GitHub, { type GithubEmail, type GithubProfile } from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { Provider } from 'next-auth/providers/index';
import { type Env, env } from '@/lib/platform/config/env';

interface OidcClaims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  preferred_username?: string;
  picture?: string;
}

/** The providers for which the environment has a client id and secret. Each tells an e-mail only when it has verified it. */
export function oauthProviders(): Provider[] {
  const settings = env();
  return [github(settings), google(settings), oidc(settings)].filter((provider) => provider !== null);
}

function github({ AUTH_GITHUB_ID: clientId, AUTH_GITHUB_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null;
  return GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      // The public e-mail of a GitHub profile is optional; the list says which one is primary and verified.
      async request({ client, tokens }) {
        const accessToken = tokens.access_token ?? '';
        const profile = await client.userinfo<GithubProfile>(accessToken);
        const response = await fetch('https://api.github.com/user/emails', {
          headers: { authorization: `Bearer ${accessToken}` },
        });
        if (!response.ok) throw new Error(`GitHub did not tell the e-mail addresses: ${response.status}.`);
        const emails: GithubEmail[] = await response.json();
        return { ...profile, email: emails.find(({ primary, verified }) => primary && verified)?.email };
      },
    },
    profile: ({ id, name, login, email, avatar_url }): User => ({
      id: String(id),
      name: name ?? login,
      email,
      image: avatar_url,
    }),
  });
}

function google({ AUTH_GOOGLE_ID: clientId, AUTH_GOOGLE_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null;
  return Google({ clientId, clientSecret, profile: userOfClaims });
}

function oidc({ AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET, AUTH_OIDC_NAME }: Env): Provider | null {
  if (!AUTH_OIDC_ISSUER || !AUTH_OIDC_ID || !AUTH_OIDC_SECRET) return null;
  return {
    id: 'oidc',
    name: AUTH_OIDC_NAME,
    type: 'oauth',
    wellKnown: `${AUTH_OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: AUTH_OIDC_ID,
    clientSecret: AUTH_OIDC_SECRET,
    profile: userOfClaims,
  };
}

function userOfClaims(claims: OidcClaims): User {
  return {
    id: claims.sub,
    name: claims.name ?? claims.preferred_username ?? null,
    email: claims.email_verified === true ? claims.email : null,
    image: claims.picture ?? null,
  };
}
