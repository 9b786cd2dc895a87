import { randomUUID } from 'node:crypto';
import { getDb } from '../client';
import { createUser } from '../queries/users/create-user';
import { findPersonalWorkspace } from '../queries/workspaces/find-personal-workspace';
import { membership } from '../schema/workspaces';
import type { UserRecord } from '../types/user-record';

/** A person for tests, with their personal workspace; also a member of other workspaces, if given. */
export async function insertPerson(
  options: { role?: UserRecord['role']; memberOf?: { workspaceId: string; role: 'admin' | 'member' | 'viewer' } } = {},
) {
  const email = `${randomUUID()}@example.com`;
  const user = await createUser({ email, name: 'Test', passwordHash: null, role: options.role ?? 'member' });
  if (!user) throw new Error('The e-mail is taken.');
  if (options.memberOf) await (await getDb()).insert(membership).values({ userId: user.id, ...options.memberOf });
  return {
    userId: user.id,
    email,
    name: user.name,
    role: user.role,
    via: { kind: 'apiKey' as const, apiKeyId: randomUUID() },
    workspaceId: await findPersonalWorkspace({ userId: user.id }),
  };
}
