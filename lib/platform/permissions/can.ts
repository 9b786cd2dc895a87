import {
  PERMISSIONS,
  type Permission,
  type Role,
  type Rule,
  rolesThatMay,
  SCOPES,
  type Scope,
  SHARE_LEVELS,
  type ShareLevel,
} from '@/db/permissions/permissions';

/** A person in a workspace, or on the instance; `role` null = they have none there. */
interface User {
  kind: 'user';
  userId: string;
  role: Role | null;
}

/** Who asks. An API key may what its owner may, within its scope. */
export type Principal = User | { kind: 'apiKey'; scope: Scope; of: User } | { kind: 'share'; level: ShareLevel };

type KindOf<P> = P extends `${infer K}.${string}` ? K : never;
type ActionOf<P, K extends string> = P extends `${K}.${infer A}` ? A : never;

export type ResourceKind = KindOf<Permission>;
export type ActionOn<K extends ResourceKind> = ActionOf<Permission, K>;

/** What is asked for, as far as its access goes. */
export interface Resource<K extends ResourceKind = ResourceKind> {
  kind: K;
  /** Whose it is; `null` = nobody's. */
  ownerId: string | null;
  /** To all of its workspace, or of the instance; to a share = that it is part of what is shared. */
  isShown: boolean;
}

/** Whether the principal may do this to the thing: the table, and nothing else. */
export function can<K extends ResourceKind>(principal: Principal, action: ActionOn<K>, resource: Resource<K>): boolean {
  const permission = `${resource.kind}.${action}` as Permission;
  const rule: Rule = PERMISSIONS[permission];
  if (principal.kind === 'share') {
    return resource.isShown && rule.share !== null && reaches(SHARE_LEVELS, principal.level, rule.share);
  }
  if (principal.kind === 'apiKey') {
    return reaches(SCOPES, principal.scope, rule.scope) && can(principal.of, action, resource);
  }
  const { role, userId } = principal;
  if (role === null) return false;
  if (resource.ownerId === userId && rolesThatMay(permission, 'own').includes(role)) return true;
  return resource.isShown && rolesThatMay(permission, 'shown').includes(role);
}

function reaches<T>(ladder: readonly T[], has: T, needs: T): boolean {
  return ladder.indexOf(has) >= ladder.indexOf(needs);
}
