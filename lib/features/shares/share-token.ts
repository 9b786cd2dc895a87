import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';

const BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

export function newShareToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** `null` for what cannot be a token. */
export function hashShareToken(token: string): string | null {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : null;
}

export function sealShareToken(token: string, shareId: string): Promise<string> {
  return encryptSecret(token, `share:${shareId}`);
}

export function openShareToken(sealed: string, shareId: string): Promise<string> {
  return decryptSecret(sealed, `share:${shareId}`);
}

export function shareUrl(origin: string, token: string): string {
  return `${origin}/share/${token}`;
}
