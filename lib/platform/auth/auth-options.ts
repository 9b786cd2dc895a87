import 'server-only';
import type { AuthOptions, LoggerInstance } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { findActiveSession } from '@/db/queries/sessions/find-active-session';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import { AppError } from '@/lib/platform/errors/app-error';
import { clientAddress } from '@/lib/platform/http/client-address';
import { logger } from '@/lib/platform/observability/logger';
import { recheckRights } from './held-rights';
import { oauthProviders } from './oauth-providers';
import { SESSION_SECONDS, sessionCookieName } from './session-cookie';
import { sessionSecret } from './session-token';
import { signInWithPassword } from './sign-in-with-password';
import { type ProviderProfile, signInWithProvider } from './sign-in-with-provider';
import { startSession } from './start-session';

/** What the handler learns while next-auth works on a request. */
export interface AuthOutcome {
  /** Set when the attempt was refused because there were too many. */
  retryAfterSeconds: number | null;
}

/** next-auth's options for one request. Its token only names a row of `auth_session`, which decides. */
export async function authOptions(headers: Headers, outcome: AuthOutcome): Promise<AuthOptions> {
  const name = sessionCookieName(headers);
  const secure = name.startsWith('__Secure-');
  return {
    secret: await sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/signin', signOut: '/signin', error: '/signin' },
    useSecureCookies: secure,
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    logger: authLogger,
    providers: [passwordProvider(headers, outcome), ...oauthProviders()],
    callbacks: {
      signIn: async ({ user, account }) => {
        if (!account || account.type === 'credentials') return account !== null;
        const result = await signInWithProvider(profileOf(user, account));
        return 'userId' in result ? true : `/signin?error=${result.refused}`;
      },
      jwt: async ({ token, user, account }) => {
        if (account) {
          const userId = account.type === 'credentials' ? user.id : await providerUser(profileOf(user, account));
          return { sub: userId, sessionId: await startSession(userId, headers.get('user-agent')) };
        }
        if (token.sessionId && (await findActiveSession(token.sessionId))) return token;
        throw new Error('The session is revoked or expired.');
      },
      session: async ({ session, token }) => {
        const found = token.sessionId ? await findActiveSession(token.sessionId) : null;
        if (!found) throw new Error('The session is revoked or expired.');
        const { id, name, email, image } = found.user;
        return { ...session, user: { id, name, email, image } };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (!token?.sub || !token.sessionId) return;
        await markSessionRevoked(token.sub, { sessionId: token.sessionId });
        recheckRights();
      },
    },
  };
}

function passwordProvider(headers: Headers, outcome: AuthOutcome) {
  return Credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (credentials) => {
      try {
        return await signInWithPassword({
          email: credentials?.email ?? '',
          password: credentials?.password ?? '',
          address: clientAddress(headers),
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'rate_limited') {
          logger.error({ error }, 'sign-in failed');
          // next-auth would show the message of any other error to the visitor.
          throw new Error('Failed', { cause: error });
        }
        outcome.retryAfterSeconds = error.retryAfterSeconds ?? 0;
        throw new Error(`RateLimited:${outcome.retryAfterSeconds}`, { cause: error });
      }
    },
  });
}

/** `email` is null unless verified, see `oauthProviders`. */
interface Identified {
  email?: string | null;
  name?: string | null;
  image?: string | null;
}

function profileOf(user: Identified, account: { provider: string; providerAccountId: string }): ProviderProfile {
  return {
    provider: account.provider,
    providerAccountId: account.providerAccountId,
    verifiedEmail: user.email ?? null,
    name: user.name ?? null,
    image: user.image ?? null,
  };
}

async function providerUser(profile: ProviderProfile): Promise<string> {
  const result = await signInWithProvider(profile);
  if ('refused' in result) throw new Error(result.refused);
  return result.userId;
}

const authLogger: Partial<LoggerInstance> = {
  error: (code, metadata) => {
    // A revoked session or a foreign cookie is an everyday thing and answered by clearing the cookie.
    if (code === 'JWT_SESSION_ERROR') logger.debug({ code }, 'session cookie refused');
    else logger.error({ code, error: metadata instanceof Error ? metadata : metadata.error }, 'next-auth');
  },
  warn: (code) => logger.warn({ code }, 'next-auth'),
  debug: (code) => logger.debug({ code }, 'next-auth'),
};
