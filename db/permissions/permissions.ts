/** Least first: who has a role may do whatever the roles before it may. On the instance there is no `viewer`. */
export const ROLES = ['viewer', 'member', 'admin', 'owner'] as const;
/** Of API keys, least first. */
export const SCOPES = ['read', 'run', 'manage'] as const;
/** How much of a conversation a share shows, least first. */
export const SHARE_LEVELS = ['final', 'answers', 'tools', 'files'] as const;

export type Role = (typeof ROLES)[number];
export type Scope = (typeof SCOPES)[number];
export type ShareLevel = (typeof SHARE_LEVELS)[number];

/** How a thing stands to who asks: it is theirs, or it is shown to all of its workspace (of things of the instance: to all people). */
export type Relation = 'own' | 'shown';

/** The least that is needed; `null` = however much somebody has, it is not enough. */
export interface Rule extends Record<Relation, Role | null> {
  scope: Scope;
  share: ShareLevel | null;
}

const rule = (own: Role | null, shown: Role | null, scope: Scope, share: ShareLevel | null = null): Rule => ({
  own,
  shown,
  scope,
  share,
});

/**
 * Who may do what, in one place: `can` decides by it, the conditions of queries are made from it, and the access tests are generated from
 * it. What is neither one's own nor shown does not exist for who asks. A share is no person: it only reads, as far as its level goes.
 */
export const PERMISSIONS = {
  //                       own       shown     API key   share
  'workspace.read': rule('viewer', 'viewer', 'read'),
  // Its name, members, invites and policy.
  'workspace.manage': rule('admin', 'admin', 'manage'),
  // Its owners and its end.
  'workspace.own': rule('owner', 'owner', 'manage'),
  'audit.read': rule('admin', 'admin', 'manage'),
  'conversation.create': rule('member', 'member', 'run'),
  'conversation.read': rule('viewer', 'viewer', 'read', 'final'),
  'conversation.write': rule('member', 'admin', 'manage'),
  'conversation.delete': rule('member', 'admin', 'manage'),
  // A run and a context are shown as their conversation is.
  'run.start': rule('member', 'member', 'run'),
  'run.read': rule('viewer', 'viewer', 'read', 'final'),
  'run.control': rule('member', 'member', 'run'),
  // An approval is its run's starter's own; in a conversation that is shown to a workspace its administrators may decide too.
  'approval.decide': rule('member', 'admin', 'run'),
  'context.read': rule('viewer', 'viewer', 'read'),
  'context.fork': rule('member', 'member', 'run'),
  // An attachment is shown where a message has it.
  'attachment.create': rule('member', 'member', 'run'),
  'attachment.read': rule('viewer', 'viewer', 'read', 'files'),
  'attachment.delete': rule('member', null, 'manage'),
  'prompt.create': rule('member', 'member', 'manage'),
  'prompt.read': rule('viewer', 'viewer', 'read'),
  'prompt.write': rule('member', 'admin', 'manage'),
  'team.create': rule('member', 'member', 'manage'),
  'team.read': rule('viewer', 'viewer', 'read'),
  'team.write': rule('member', 'admin', 'manage'),
  // Shown = the key of a workspace.
  'providerKey.read': rule('viewer', 'viewer', 'manage'),
  'providerKey.use': rule('member', 'member', 'run'),
  'providerKey.write': rule('member', 'admin', 'manage'),
  // Shown = a workspace's server.
  'mcpServer.read': rule('viewer', 'viewer', 'read'),
  'mcpServer.use': rule('member', 'member', 'run'),
  'mcpServer.write': rule('member', 'admin', 'manage'),
  'usage.read': rule('viewer', 'admin', 'read'),
  'reliability.read': rule('viewer', 'viewer', 'read'),
  'reliability.manage': rule('admin', 'admin', 'manage'),

  // Of the instance; the role is the one there.
  'account.read': rule('member', null, 'read'),
  'account.write': rule('member', null, 'manage'),
  'apiKey.create': rule('member', 'admin', 'manage'),
  'person.create': rule(null, 'admin', 'manage'),
  'trustedOrigin.manage': rule(null, 'owner', 'manage'),
  'claudeCode.run': rule(null, 'admin', 'run'),
  'workspace.create': rule('member', null, 'manage'),
  'mcpProgram.write': rule(null, 'admin', 'manage'),
} satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** What is of the instance or of a person as a whole: a key for one workspace does not reach it, but for reading. */
export const ON_INSTANCE: ReadonlySet<Permission> = new Set<Permission>([
  'account.read',
  'account.write',
  'apiKey.create',
  'person.create',
  'trustedOrigin.manage',
  'claudeCode.run',
  'workspace.create',
  'mcpProgram.write',
]);

/** The roles that may, of what stands to them in that way; none when nobody may. */
export function rolesThatMay(permission: Permission, relation: Relation): Role[] {
  const least: Role | null = PERMISSIONS[permission][relation];
  return least === null ? [] : ROLES.slice(ROLES.indexOf(least));
}
