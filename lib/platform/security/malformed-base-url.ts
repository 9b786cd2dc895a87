import { texts } from '@/lib/platform/texts';

/** Why a text cannot be a base URL wherever it leads, in words for people, or `null`. */
export function malformedBaseUrl(baseUrl: string): string | null {
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol)) return texts.noHttpAddress;
  if (url.username || url.password) return texts.addressWithPassword;
  if (url.search || url.hash) return texts.addressWithQuery;
  return null;
}
