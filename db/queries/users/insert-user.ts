import { uuidv7 } from 'uuidv7';
import { account, user } from '../../schema/auth';
import { membership, workspace } from '../../schema/workspaces';
import type { Db } from '../../types/database';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from './user-columns';

export interface NewUser {
  /** Lower case. */
  email: string;
  name: string;
  passwordHash: string | null;
  role: UserRecord['role'];
  image?: string | null;
  /** Absent = true. */
  isEmailVerified?: boolean;
  /** The identity at a provider with which the person signed up. */
  account?: { provider: string; providerAccountId: string };
}

/**
 * Inserts a person with their personal workspace, of which they are the owner. To be called in a transaction.
 * Returns null when the e-mail is taken.
 */
export async function insertUser(tx: Db, { account: identity, ...person }: NewUser): Promise<UserRecord | null> {
  const [made] = await tx
    .insert(user)
    .values({ id: uuidv7(), ...person })
    .onConflictDoNothing({ target: user.email })
    .returning(userColumns);
  if (!made) return null;
  const workspaceId = uuidv7();
  await tx.insert(workspace).values({ id: workspaceId, name: 'Personal', personalOf: made.id });
  await tx.insert(membership).values({ workspaceId, userId: made.id, role: 'owner' });
  if (identity) await tx.insert(account).values({ ...identity, userId: made.id });
  return made;
}
