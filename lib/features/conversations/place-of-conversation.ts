import 'server-only';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import type { Actor } from '@/lib/platform/auth/actor';
import { can } from '@/lib/platform/permissions/can';

interface PlaceChoice {
  id: string;
  name: string;
  personal: boolean;
}

/** Where a conversation lives, and what its reader may change of that. */
export interface ConversationPlace {
  workspace: PlaceChoice;
  visibility: ConversationRecord['visibility'];
  /** Only its owner decides who sees it. */
  mayPublish: boolean;
  /** Where it could be moved to. */
  targets: PlaceChoice[];
}

/** `null` for whoever has no workspace but their own: there is nothing to choose and nothing to say. */
export async function placeOfConversation(
  actor: Actor,
  { workspaceId, ownerId, visibility }: ConversationRecord,
): Promise<ConversationPlace | null> {
  const workspaces = await listWorkspaces(actor);
  const here = workspaces.find(({ id }) => id === workspaceId);
  if (workspaces.length < 2 || !here) return null;
  const who = (role: (typeof here)['role']) => ({ kind: 'user' as const, userId: actor.userId, role });
  const isShown = visibility === 'workspace';
  const mayWrite = can(who(here.role), 'write', { kind: 'conversation', ownerId, isShown });
  const targets = workspaces.filter(
    ({ id, role }) =>
      id !== workspaceId && can(who(role), 'create', { kind: 'conversation', ownerId: actor.userId, isShown: false }),
  );
  return {
    workspace: choiceOf(here),
    visibility,
    mayPublish: mayWrite && ownerId === actor.userId && !here.personal,
    targets: mayWrite ? targets.map(choiceOf) : [],
  };
}

function choiceOf({ id, name, personal }: PlaceChoice): PlaceChoice {
  return { id, name, personal };
}
