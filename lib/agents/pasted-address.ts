import { pastedBaseUrl } from '@/lib/platform/security/pasted-base-url';
import { accountOf } from './provider-settings';

/** A base URL as people paste it, as a backend of this type needs it. */
export function pastedAddress(type: string, text: string): string {
  return pastedBaseUrl(accountOf(type)?.address.path ?? '', text);
}
