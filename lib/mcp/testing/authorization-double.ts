import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type McpDouble, startMcpDouble } from './mcp-double';

export interface AuthorizationDouble {
  /** The MCP server, which lets nobody in without a token of this authorization server. */
  server: McpDouble;
  origin: string;
  /** What was asked, as `METHOD path`, in order. */
  asked: string[];
  /** Token requests, as forms. */
  tokenRequests: URLSearchParams[];
  /** How often the grant was asked for. */
  count(grant: string): number;
  /** The access tokens that count. */
  valid: Set<string>;
  /** Answers differently from now on. */
  set(over: Partial<Behaviour>): void;
  stop(): Promise<void>;
}

interface Behaviour {
  metadata: Record<string, unknown>;
  resource: Record<string, unknown>;
  /** Of `WWW-Authenticate`. */
  challenge: string;
  /** Status with which token requests are refused; `null` = they are not. */
  refuseTokens: { status: number; error: string } | null;
  /** Where requests are sent on to, by their path. */
  redirects: Record<string, string>;
  expiresIn: number;
  /** How long a token request takes. */
  tokenMs: number;
  /** Whoever opens the page is asked there; else they are let in at once. */
  asksOnPage: boolean;
  /** Happens at the n-th call of the tool, before its result is given. */
  onCall(times: number): void;
}

/** An MCP server with an authorization server that rotates refresh tokens, as OAuth 2.1 wants it, and does what a test says. */
export async function startAuthorizationDouble(over: Partial<Behaviour> = {}): Promise<AuthorizationDouble> {
  const asked: string[] = [];
  const tokenRequests: URLSearchParams[] = [];
  const valid = new Set<string>();
  let refresh = '';
  let made = 0;
  let calls = 0;
  let at: Behaviour = {
    ...{
      ...{ asksOnPage: false, onCall: () => {} },
      metadata: {},
      resource: {},
      challenge: '',
      refuseTokens: null,
      redirects: {},
      expiresIn: 3600,
      tokenMs: 0,
    },
    ...over,
  };
  const server = await startMcpDouble({
    tools: [
      {
        name: 'read',
        annotations: { readOnlyHint: true },
        call() {
          at.onCall(++calls);
          return { content: [{ type: 'text', text: 'Inside.' }] };
        },
      },
    ],
    intercept(request, response) {
      const path = new URL(request.url ?? '', 'http://x').pathname;
      const json = (body: object) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (path.startsWith('/.well-known/oauth-protected-resource')) {
        asked.push(`${request.method} ${path}`);
        const elsewhere = at.redirects[path];
        if (elsewhere !== undefined) {
          response.writeHead(307, { location: elsewhere }).end();
          return true;
        }
        json({ resource: server.url, authorization_servers: [origin], ...at.resource });
        return true;
      }
      const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
      if (valid.has(token)) return false;
      const challenge =
        at.challenge || `Bearer resource_metadata="${server.origin}/.well-known/oauth-protected-resource/mcp"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
      return true;
    },
  });
  const authorization = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', origin);
    asked.push(`${request.method} ${pathname}`);
    const elsewhere = at.redirects[pathname];
    if (elsewhere !== undefined) return response.writeHead(307, { location: elsewhere }).end();
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/oauth-authorization-server')
      return json({
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        registration_endpoint: `${origin}/register`,
        revocation_endpoint: `${origin}/revoke`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
        token_endpoint_auth_methods_supported: ['none'],
        authorization_response_iss_parameter_supported: true,
        ...at.metadata,
      });
    if (pathname === '/register')
      return json({ client_id: 'registered', redirect_uris: [], ...JSON.parse(await bodyOf(request)) }, 201);
    if (pathname === '/authorize') {
      const allowed = backTo(searchParams, { code: 'the-code', iss: origin });
      if (!at.asksOnPage) return response.writeHead(302, { location: allowed }).end();
      const denied = backTo(searchParams, { error: 'access_denied', iss: origin });
      return response.writeHead(200, { 'content-type': 'text/html' }).end(pageWith(allowed, denied));
    }
    if (pathname === '/revoke') return json({});
    if (pathname !== '/token') return response.writeHead(404).end();
    const form = new URLSearchParams(await bodyOf(request));
    tokenRequests.push(form);
    await new Promise((resolve) => setTimeout(resolve, at.tokenMs));
    if (at.refuseTokens) return json({ error: at.refuseTokens.error }, at.refuseTokens.status);
    // A refresh token is good once: a second use would end the sign-in.
    if (form.get('grant_type') === 'refresh_token' && form.get('refresh_token') !== refresh)
      return json({ error: 'invalid_grant' }, 400);
    valid.clear();
    valid.add(`access-${++made}`);
    refresh = `refresh-${made}`;
    return json({
      access_token: `access-${made}`,
      token_type: 'Bearer',
      refresh_token: refresh,
      expires_in: at.expiresIn,
    });
  });
  await new Promise<void>((resolve) => authorization.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(authorization.address() as AddressInfo).port}`;
  return {
    ...{ server, origin, asked, tokenRequests, valid },
    count: (grant) => tokenRequests.filter((form) => form.get('grant_type') === grant).length,
    set(next) {
      at = { ...at, ...next };
    },
    async stop() {
      authorization.closeAllConnections();
      await Promise.all([server.kill(), new Promise((resolve) => authorization.close(resolve))]);
    },
  };
}

/** Where the person is sent back to, with what they bring along. */
function backTo(asked: URLSearchParams, brought: Record<string, string>): string {
  const back = new URL(asked.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries({ ...brought, state: asked.get('state') ?? '' }))
    back.searchParams.set(name, value);
  return back.href;
}

function pageWith(allowed: string, denied: string): string {
  const link = (href: string, words: string) => `<p><a href="${href.replaceAll('&', '&amp;')}">${words}</a></p>`;
  return `<!doctype html><title>Vault</title><h1>May MassGen Web read the vault?</h1>${link(allowed, 'Allow')}${link(denied, 'Refuse')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
