import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DpopSession, extractWWWAuthenticateParams, type FetchLike, withDpop } from '@modelcontextprotocol/client';
import { cleanText } from '@/lib/protocol/text/clean-text';
import { McpFailure } from '../connect/mcp-failure';
import { type Challenge, challengeOf } from './challenge';
import { dpopSession } from './dpop-key';
import { failureOfAuthorization, isLost } from './failure-of-authorization';
import type { Grant } from './grant';
import type { GrantStore, Renewal, StoredGrant } from './grant-store';
import type { ServerCredentials } from './server-credentials';
import { texts } from './texts';

/** So long is believed what was read of a grant: another process may have renewed it, the person may have signed out. */
const BELIEVED_MS = 10_000;
/** Tokens are renewed so long before they expire. */
const BEFORE_MS = 30_000;
/** An authorization server that does not answer is left alone for so long. */
const DOWN_MS = 5_000;
/** How long, and how often, a renewal by another process is waited for: longer than its lease. */
const WAIT_MS = 30_000;
const LOOK_MS = 100;
const SCOPE = 500;

export interface CredentialTerms {
  store: GrantStore;
  /** Gets other tokens. `before` is null where there were none, and nobody has to be asked for some. */
  renew(before: Grant | null, challenge: Challenge | null): Promise<Grant>;
  /** There is a way without a person. */
  isMachine: boolean;
}

/**
 * The credentials of one person, or of the application, at one server. However many requests go side by side, in however many processes, tokens are
 * renewed once. A person is never asked here: where one is needed, the request ends.
 */
export function createCredentials(terms: CredentialTerms): ServerCredentials {
  return new Credentials(terms);
}

class Credentials implements ServerCredentials {
  readonly #terms: CredentialTerms;
  #known: StoredGrant | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #renewing: Promise<void> | null = null;
  #down: { until: number; failure: McpFailure } | null = null;
  /** With which token a request was refused. */
  readonly #sent = new WeakMap<Response, string | null>();
  #session: { thumbprint: string; session: DpopSession } | null = null;

  constructor(terms: CredentialTerms) {
    this.#terms = terms;
  }

  async token(): Promise<string | undefined> {
    const isOld = performance.now() - this.#readAt > BELIEVED_MS;
    if (isOld || !this.#known || this.#known.isLost) await this.#read();
    const { grant } = this.#usable() ?? {};
    if (!grant) return undefined;
    if (grant.expiresAt !== null && grant.expiresAt - Date.now() < BEFORE_MS && this.#mayRenew(grant))
      await this.#renewed(grant.tokens.access_token, null).catch((error: unknown) => {
        // While the old one lasts it is used; whether it does is for the server to say.
        if (!(error instanceof McpFailure) || error.kind !== 'unreachable') throw error;
      });
    return this.#usable()?.grant.tokens.access_token;
  }

  async refused(response: Response): Promise<void> {
    const sent = this.#sent.get(response) ?? null;
    await this.#read();
    const now = this.#usable()?.grant.tokens.access_token ?? null;
    if (now !== null && now !== sent) return;
    if (now === null && !this.#terms.isMachine) throw new McpFailure('needs_authorization', texts.signIn);
    await this.#renewed(now, challengeOf(response));
  }

  wrap(fetch: FetchLike): FetchLike {
    const bound = withDpop(
      () => this.#dpop(),
      async () => this.#boundToken(),
    )(fetch);
    return async (input, init) => {
      const response = await bound(input, init);
      if (response.status === 401) this.#sent.set(response, tokenIn(init?.headers));
      if (response.status === 403) await this.#hear(response);
      return response;
    };
  }

  /** Of what is known. Throws where only the person can help. */
  #usable(): StoredGrant | null {
    if (this.#known?.isLost) throw new McpFailure('needs_authorization', texts.lost);
    return this.#known;
  }

  #mayRenew({ tokens }: Grant): boolean {
    return this.#terms.isMachine || tokens.refresh_token !== undefined;
  }

  async #read(): Promise<void> {
    this.#known = await this.#terms.store.read();
    this.#readAt = performance.now();
  }

  /** Has another token than this one in the end. All who wait in this process wait for one renewal. */
  #renewed(stale: string | null, challenge: Challenge | null): Promise<void> {
    this.#renewing ??= this.#renew(stale, challenge).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew(stale: string | null, challenge: Challenge | null): Promise<void> {
    if (this.#down && this.#down.until > performance.now()) throw this.#down.failure;
    const late = performance.now() + WAIT_MS;
    while (performance.now() < late) {
      await this.#read();
      const known = this.#usable();
      if (!known && !this.#terms.isMachine) throw new McpFailure('needs_authorization', texts.signIn);
      if (known && known.grant.tokens.access_token !== stale) return;
      const renewal = await this.#terms.store.claim(known?.version ?? 0);
      if (renewal) return this.#carryOut(renewal, known?.grant ?? null, challenge);
      await sleep(LOOK_MS);
    }
    throw new McpFailure('unreachable', texts.down);
  }

  async #carryOut(renewal: Renewal, before: Grant | null, challenge: Challenge | null): Promise<void> {
    let fresh: Grant;
    try {
      fresh = await this.#terms.renew(before, challenge);
    } catch (error) {
      const failure = failureOfAuthorization(error);
      if (isLost(error) || failure.kind === 'needs_authorization') await renewal.lose();
      else await renewal.release();
      if (failure.kind === 'unreachable') this.#down = { until: performance.now() + DOWN_MS, failure };
      await this.#read();
      throw failure;
    }
    this.#down = null;
    await renewal.save(fresh);
    await this.#read();
  }

  async #dpop(): Promise<DpopSession | undefined> {
    const key = this.#known?.grant.dpop;
    if (!key) return undefined;
    if (this.#session?.thumbprint !== key.thumbprint)
      this.#session = { thumbprint: key.thumbprint, session: await dpopSession(key) };
    return this.#session.session;
  }

  #boundToken(): string | undefined {
    const tokens = this.#known?.grant.tokens;
    return tokens?.token_type.toLowerCase() === 'dpop' ? tokens.access_token : undefined;
  }

  async #hear(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== 'insufficient_scope') return;
    const asked = cleanText(scope ?? '', SCOPE);
    // The person may have given them by the next request.
    this.#readAt = Number.NEGATIVE_INFINITY;
    await this.#terms.store.need(asked);
    await response.body?.cancel();
    throw new McpFailure('needs_authorization', texts.moreRights(asked));
  }
}

function tokenIn(headers: RequestInit['headers']): string | null {
  const [, token] = /^(?:Bearer|DPoP) (.+)$/i.exec(new Headers(headers).get('authorization') ?? '') ?? [];
  return token ?? null;
}
