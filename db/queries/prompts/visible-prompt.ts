import { eq, type SQL } from 'drizzle-orm';
import type { Permission } from '../../permissions/permissions';
import { prompt } from '../../schema/prompts';
import type { QueryActor } from '../../types/query-actor';
import { permitted } from '../member-of';

/** The condition that the actor may do this with a row of `prompt`. */
export function visiblePrompt(actor: QueryActor, permission: Extract<Permission, `prompt.${string}`>): SQL | undefined {
  return permitted(actor, permission, {
    workspaceId: prompt.workspaceId,
    own: eq(prompt.ownerId, actor.userId),
    shown: eq(prompt.visibility, 'workspace'),
  });
}
