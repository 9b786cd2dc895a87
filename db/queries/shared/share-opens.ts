import { and, eq, exists, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { user } from '../../schema/auth';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import { workspacePolicy } from '../../schema/workspaces';
import { AUDIENCES_WITHIN } from '../../types/share-record';
import { OPEN_POLICY } from '../../types/workspace-policy';
import { visibleConversation } from '../conversations/visible-conversation';
import { memberOf } from '../member-of';

/** Who looks at a link; `userId` is null for somebody who is not signed in, `onlyIn` for whoever uses no API key of one workspace. */
export interface Viewer {
  userId: SQL;
  onlyIn: SQL;
}

/** That the viewer belongs to the workspace in which the conversation is. */
export function isColleague(viewer: Viewer): SQL {
  return memberOf(viewer, conversation.workspaceId, 'conversation.read');
}

/**
 * The condition that a link opens for somebody, in a query on `share` that joins its conversation: it is neither revoked nor expired, who
 * made it may still share the conversation, the workspace's policy allows it, and the viewer is among those for whom it is.
 */
export function shareOpens(viewer: Viewer): SQL | undefined {
  return and(
    isNull(share.revokedAt),
    or(isNull(share.expiresAt), gt(share.expiresAt, sql`now()`)),
    visibleConversation({ userId: sql`${share.ownerId}` }, 'share.create'),
    isAllowedByPolicy(),
    or(
      eq(share.audience, 'anyone'),
      and(eq(share.ownerId, viewer.userId), isWithinReach(viewer)),
      and(eq(share.audience, 'signedIn'), exists(person(viewer))),
      and(eq(share.audience, 'workspace'), isColleague(viewer)),
      and(eq(share.audience, 'people'), exists(person(viewer, isNamed())), isWithinReach(viewer)),
    ),
  );
}

/** An API key of one workspace opens what is for its owner in that workspace alone; what is for everybody it opens too. */
function isWithinReach({ onlyIn }: Viewer): SQL {
  return sql`(${onlyIn}::uuid is null or ${conversation.workspaceId} = ${onlyIn}::uuid)`;
}

/** That the workspace's policy lets its conversations be shared with such an audience. */
function isAllowedByPolicy(): SQL {
  const sharing = new QueryBuilder()
    .select({ sharing: sql`${workspacePolicy.policy} ->> 'sharing'` })
    .from(workspacePolicy)
    .where(eq(workspacePolicy.workspaceId, conversation.workspaceId));
  const audiences = Object.entries(AUDIENCES_WITHIN).map(
    ([widest, within]) => sql`when ${widest} then ${share.audience} = any(${sql.param([...within])}::text[])`,
  );
  return sql`case coalesce(${sharing}, ${OPEN_POLICY.sharing}) ${sql.join(audiences, sql` `)} else false end`;
}

/** By an address that is known to be theirs: whoever joins by an invite may have written anybody's. */
function isNamed(): SQL | undefined {
  return and(user.isEmailVerified, sql`${user.email} = any(${share.people})`);
}

function person(viewer: Viewer, also?: SQL) {
  return new QueryBuilder()
    .select({ one: sql`1` })
    .from(user)
    .where(and(eq(user.id, viewer.userId), also));
}
