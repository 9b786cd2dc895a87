import 'server-only';
import { ON_INSTANCE, PERMISSIONS, type Permission, SCOPES, type Scope } from '@/db/permissions/permissions';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';

/** What a request needs of the API key that makes it. */
export interface Needed {
  scope: Scope;
  /** It is about the instance or the person as a whole, and changes something. */
  isOnInstance: boolean;
}

/** What a route needs that asks for this permission; one that names none reads with GET and manages with everything else. */
export function neededBy(permission: Permission | undefined, method: string): Needed {
  if (!permission) return { scope: method === 'GET' || method === 'HEAD' ? 'read' : 'manage', isOnInstance: false };
  const { scope } = PERMISSIONS[permission];
  return { scope, isOnInstance: ON_INSTANCE.has(permission) && !permission.endsWith('.read') };
}

/** Throws `forbidden` for an API key that is not for that, whosever it is. */
export function refuseKey({ via, onlyIn }: Actor, needed: Needed): void {
  if (via.kind !== 'apiKey') return;
  const scope = via.scope ?? 'manage';
  if (SCOPES.indexOf(scope) < SCOPES.indexOf(needed.scope))
    throw new AppError('forbidden', texts.scopeTooSmall(scope, needed.scope), { hint: texts.scopeTooSmallHint });
  if (onlyIn && needed.isOnInstance) throw new AppError('forbidden', texts.keyOfWorkspace);
}
