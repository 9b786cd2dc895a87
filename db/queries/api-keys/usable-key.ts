import { and, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import { apiKey } from '../../schema/api-keys';

/** The condition that a key is neither revoked nor expired. */
export function usableKey(): SQL | undefined {
  return and(isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, sql`now()`)));
}
