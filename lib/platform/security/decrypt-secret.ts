import 'server-only';
import { createDecipheriv } from 'node:crypto';
import { deriveKey } from './instance-secret';

const TAG_BYTES = 16;

/** Undoes `encryptSecret`. Throws when the text was changed or moved, or the instance's secret is another one. */
export async function decryptSecret(encrypted: string, bound: string): Promise<string> {
  const [version, ...parts] = encrypted.split('.');
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== 'v1' || !iv || !text || tag?.length !== TAG_BYTES)
    throw new Error('This is not an encrypted secret.');
  const decipher = createDecipheriv('aes-256-gcm', await deriveKey('stored secrets'), iv)
    .setAAD(Buffer.from(bound))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
