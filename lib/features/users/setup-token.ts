import 'server-only';
import { deriveKey } from '@/lib/platform/security/instance-secret';

/**
 * The token that allows set-up from another machine. It is of use only while there is no user, so it works once. Derived from
 * the instance's secret: all instances of one installation know the same one.
 */
export async function setupToken(): Promise<string> {
  return (await deriveKey('set-up token')).toString('hex').slice(0, 32);
}
