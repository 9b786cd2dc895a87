import 'server-only';
import { createCipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from './instance-secret';

const IV_BYTES = 12;

/**
 * AES-256-GCM under this instance's secret, as `v1.<iv>.<tag>.<ciphertext>` in base64url. `bound` names what the secret belongs
 * to: the text can be decrypted with the same `bound` only, so it cannot be moved to another row.
 */
export async function encryptSecret(secret: string, bound: string): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await deriveKey('stored secrets'), iv).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return ['v1', ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}
