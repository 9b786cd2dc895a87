import type { Actor } from '@/lib/platform/auth/actor';
import { type ActionOn, can, type Principal } from './can';

/** What is nobody's: the instance's people, its trust, its machine. */
type InstanceKind = 'apiKey' | 'claudeCode' | 'mcpProgram' | 'person' | 'trustedOrigin';

type Asking = Pick<Actor, 'userId' | 'role' | 'via' | 'onlyIn'>;

/** Whether the actor may do this on the instance, by their role there. */
export function mayOnInstance<K extends InstanceKind>(actor: Asking, action: ActionOn<K>, kind: K): boolean {
  // A key for one workspace is for nothing of the instance; what a run of it does is the person's.
  if (actor.onlyIn && kind !== 'claudeCode') return false;
  return can(principalOf(actor), action, { kind, ownerId: null, isShown: true });
}

/** The actor as the table knows them. */
function principalOf({ userId, role, via }: Asking): Principal {
  const user = { kind: 'user' as const, userId, role };
  return via.kind === 'apiKey' ? { kind: 'apiKey', scope: via.scope ?? 'manage', of: user } : user;
}
