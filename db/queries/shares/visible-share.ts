import { eq, type SQL } from 'drizzle-orm';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import { type AnyActor, permitted } from '../member-of';

/** The condition that the actor may do this with a row of `share`, whose queries join its conversation. */
export function visibleShare(actor: AnyActor, permission: 'share.read' | 'share.write'): SQL | undefined {
  return permitted(actor, permission, {
    workspaceId: conversation.workspaceId,
    own: eq(share.ownerId, actor.userId),
    shown: eq(conversation.visibility, 'workspace'),
  });
}
