import type { Actor } from '@/lib/platform/auth/actor';
import { type ActionOn, can, type Principal } from './can';

/** What is nobody's: the instance's people, its trust, its machine. */
type InstanceKind = 'apiKey' | 'claudeCode' | 'mcpProgram' | 'person' | 'trustedOrigin';

/** Whether the actor may do this on the instance, by their role there. */
export function mayOnInstance<K extends InstanceKind>(
  actor: Pick<Actor, 'userId' | 'role' | 'via'>,
  action: ActionOn<K>,
  kind: K,
): boolean {
  return can(principalOf(actor), action, { kind, ownerId: null, isShown: true });
}

/** The actor as the table knows them. API keys have no scopes yet: each may all that its owner may. */
function principalOf({ userId, role, via }: Pick<Actor, 'userId' | 'role' | 'via'>): Principal {
  const user = { kind: 'user' as const, userId, role };
  return via.kind === 'apiKey' ? { kind: 'apiKey', scope: 'manage', of: user } : user;
}
