import { createSign, generateKeyPairSync } from 'node:crypto';
import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CLIENT_ID = 'massgen-test';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const JWK = { ...publicKey.export({ format: 'jwk' }), kid: 'double', alg: 'RS256', use: 'sig' };

export interface OpenIdClaims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface OpenIdProvider {
  /** What the app's environment must say to use it. */
  env: Record<string, string>;
  /** Who signs in next; it asks for no password. */
  person: OpenIdClaims;
  close(): Promise<void>;
}

/** Starts an OpenID provider on loopback: discovery, authorization code and signed id tokens. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  let issuer = '';
  let nonce: string | null = null;
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') return json(response, discovery(issuer));
    if (url.pathname === '/jwks') return json(response, { keys: [JWK] });
    if (url.pathname === '/authorize') {
      nonce = url.searchParams.get('nonce');
      return response.writeHead(302, { location: returnAddress(url) }).end();
    }
    if (url.pathname === '/token') {
      const idToken = sign({ ...provider.person, nonce }, issuer);
      return json(response, { access_token: 'access', token_type: 'Bearer', id_token: idToken });
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OpenIdProvider = {
    env: { AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: CLIENT_ID, AUTH_OIDC_SECRET: 'secret', AUTH_OIDC_NAME: 'Harbour' },
    person: { sub: 'nobody' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function returnAddress(asked: URL): string {
  const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', 'one-time-code');
  back.searchParams.set('state', asked.searchParams.get('state') ?? '');
  return back.href;
}

function sign(claims: object, issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'RS256', typ: 'JWT', kid: JWK.kid });
  const body = part({ ...claims, iss: issuer, aud: CLIENT_ID, iat: now, exp: now + 300 });
  const signature = createSign('RSA-SHA256').update(`${header}.${body}`).sign(privateKey, 'base64url');
  return `${header}.${body}.${signature}`;
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
