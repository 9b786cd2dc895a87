import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission, ROLES, type Role, SCOPES, SHARE_LEVELS } from '@/db/permissions/permissions';
import { type ActionOn, can, type Principal, type ResourceKind } from './can';
import { mayOnInstance } from './may-on-instance';

const PERMITS = Object.keys(PERMISSIONS) as Permission[];
const RELATIONS = [
  { ownerId: 'me', isShown: false },
  { ownerId: 'other', isShown: true },
  { ownerId: 'me', isShown: true },
];

function ask(principal: Principal, permission: Permission, thing: { ownerId: string; isShown: boolean }): boolean {
  const [kind, action] = permission.split('.') as [ResourceKind, ActionOn<ResourceKind>];
  return can(principal, action, { kind, ...thing });
}

const me = (role: Role | null) => ({ kind: 'user' as const, userId: 'me', role });

/** That each allows whatever the one before it allows. */
function expectLadder(principals: Principal[], permission: Permission): void {
  for (const thing of RELATIONS) {
    const allowed = principals.map((principal) => ask(principal, permission, thing));
    expect(allowed, JSON.stringify(thing)).toEqual(allowed.toSorted());
  }
}

describe.each(PERMITS)('%s', (permission) => {
  it('is refused to who has no role, and of what is neither theirs nor shown', () => {
    for (const thing of RELATIONS) expect(ask(me(null), permission, thing)).toBe(false);
    for (const role of ROLES) expect(ask(me(role), permission, { ownerId: 'other', isShown: false })).toBe(false);
  });

  it('is allowed to the owner, of what is theirs or of what is shown', () => {
    expect(RELATIONS.some((thing) => ask(me('owner'), permission, thing))).toBe(true);
  });

  it('is never taken away by more: of a role, a scope, a level', () => {
    expectLadder(ROLES.map(me), permission);
    expectLadder(
      SCOPES.map((scope) => ({ kind: 'apiKey', scope, of: me('owner') })),
      permission,
    );
    expectLadder(
      SHARE_LEVELS.map((level) => ({ kind: 'share', level })),
      permission,
    );
  });

  it('is allowed to an API key only where it is to the key’s owner', () => {
    for (const thing of RELATIONS)
      for (const role of ROLES) {
        const key: Principal = { kind: 'apiKey', scope: 'manage', of: me(role) };
        expect(ask(key, permission, thing)).toBe(ask(me(role), permission, thing));
      }
  });

  it('is not for viewers, shares and reading keys, unless it only reads', () => {
    if (permission.endsWith('.read')) return;
    for (const thing of RELATIONS) {
      expect(ask(me('viewer'), permission, thing)).toBe(false);
      expect(ask({ kind: 'share', level: 'files' }, permission, thing)).toBe(false);
      expect(ask({ kind: 'apiKey', scope: 'read', of: me('owner') }, permission, thing)).toBe(false);
    }
  });
});

describe('on the instance', () => {
  const via = { kind: 'session' as const, sessionId: 's' };
  const may = (role: 'owner' | 'admin' | 'member') => [
    mayOnInstance({ userId: 'me', role, via }, 'create', 'person'),
    mayOnInstance({ userId: 'me', role, via }, 'run', 'claudeCode'),
    mayOnInstance({ userId: 'me', role, via }, 'create', 'apiKey'),
    mayOnInstance({ userId: 'me', role, via }, 'manage', 'trustedOrigin'),
  ];

  it('the owner may all, administrators all but trust, members nothing', () => {
    expect(may('owner')).toEqual([true, true, true, true]);
    expect(may('admin')).toEqual([true, true, true, false]);
    expect(may('member')).toEqual([false, false, false, false]);
  });
});
