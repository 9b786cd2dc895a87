import { type DpopKeyPair, DpopSession, generateDpopKeyPair } from '@modelcontextprotocol/client';

const ALGORITHM = 'ES256';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The key to which tokens are bound (RFC 9449), as it is stored: encrypted, with the tokens. */
export interface DpopKey {
  privateJwk: JsonWebKey;
  publicJwk: JsonWebKey;
  thumbprint: string;
}

/** A key of its own for each sign-in. */
export async function newDpopKey(): Promise<DpopKey> {
  const pair = await generateDpopKeyPair({ alg: ALGORITHM, extractable: true });
  return {
    privateJwk: await crypto.subtle.exportKey('jwk', pair.privateKey),
    publicJwk: pair.publicJwk as JsonWebKey,
    thumbprint: pair.thumbprint,
  };
}

/** What signs with the key, and remembers the nonces that servers give. */
export async function dpopSession({ privateJwk, publicJwk, thumbprint }: DpopKey): Promise<DpopSession> {
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', privateJwk, CURVE, false, ['sign']),
    crypto.subtle.importKey('jwk', publicJwk, CURVE, true, ['verify']),
  ]);
  const keyPair = { privateKey, publicKey, publicJwk, thumbprint, alg: ALGORITHM } as DpopKeyPair;
  return DpopSession.create({ keyPair });
}

/** The authorization server binds tokens to keys, and takes this kind of key. */
export function bindsTokens(metadata: object | null | undefined): boolean {
  const algorithms = (metadata as { dpop_signing_alg_values_supported?: unknown } | null | undefined)
    ?.dpop_signing_alg_values_supported;
  return Array.isArray(algorithms) && algorithms.includes(ALGORITHM);
}
