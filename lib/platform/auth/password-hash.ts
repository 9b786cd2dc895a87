import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 thread. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** Of no password: verifying against it takes as long as against a real one. */
const NOBODY = `${CURRENT}MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY`;

/** argon2id in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/**
 * Whether the password fits, and whether its hash was made with other parameters and should be renewed. Takes the same time for a
 * person without a password (`null`), so that the time does not tell who exists.
 */
export async function checkPassword(
  stored: string | null,
  password: string,
): Promise<{ fits: boolean; outdated: boolean }> {
  const fits = await verify(stored ?? NOBODY, password);
  return { fits: fits && stored !== null, outdated: stored !== null && !stored.startsWith(CURRENT) };
}
