import 'server-only';
import { createUser } from '@/db/queries/users/create-user';
import { findAccountUser, type ProviderIdentity } from '@/db/queries/users/find-account-user';
import { findUserWithPassword } from '@/db/queries/users/find-user-with-password';
import { hasUsers } from '@/db/queries/users/has-users';
import { linkAccount } from '@/db/queries/users/link-account';
import { env } from '@/lib/platform/config/env';

export interface ProviderProfile extends ProviderIdentity {
  /** Null when the provider has not verified it: an unverified e-mail decides nothing. */
  verifiedEmail: string | null;
  name: string | null;
  image: string | null;
}

/** Why a provider's identity is not let in; `signInMessage` says it in words. */
export type ProviderRefusal = 'EmailNotVerified' | 'SignupClosed';

/**
 * The person of a provider's identity: known already, or linked now by a verified e-mail, or, while sign-up is open
 * (`MASSGEN_SIGNUP`), new. The first person of an instance is never made here: that is the owner, by set-up.
 */
export async function signInWithProvider(
  profile: ProviderProfile,
): Promise<{ userId: string } | { refused: ProviderRefusal }> {
  const identity = { provider: profile.provider, providerAccountId: profile.providerAccountId };
  const known = await findAccountUser(identity);
  if (known) return { userId: known };
  if (!profile.verifiedEmail) return { refused: 'EmailNotVerified' };

  const email = profile.verifiedEmail.toLowerCase();
  const sameEmail = await findUserWithPassword({ email });
  if (sameEmail) {
    await linkAccount(sameEmail.id, identity);
    return { userId: sameEmail.id };
  }
  if (env().MASSGEN_SIGNUP !== 'open' || !(await hasUsers())) return { refused: 'SignupClosed' };
  const made = await createUser({
    email,
    name: profile.name || email.replace(/@.*/, ''),
    passwordHash: null,
    role: 'member',
    image: profile.image,
    account: identity,
  });
  // Null only when the same person signs up twice at the same moment; then the other one has made the account.
  const userId = made?.id ?? (await findAccountUser(identity));
  return userId ? { userId } : { refused: 'SignupClosed' };
}
