import 'server-only';
import type { SealedSecret } from '@/db/types/mcp-server-record';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';

/** The value of a header of this server, encrypted: it opens nowhere else. */
export async function sealSecret(serverId: string, name: string, value: string): Promise<SealedSecret> {
  return { name, ciphertext: await encryptSecret(value, boundTo(serverId, name)) };
}

/** Throws when the instance's secret is another one by now. */
export function openSecret(serverId: string, { name, ciphertext }: SealedSecret): Promise<string> {
  return decryptSecret(ciphertext, boundTo(serverId, name));
}

function boundTo(serverId: string, name: string): string {
  return `mcp ${serverId} ${name.toLowerCase()}`;
}
