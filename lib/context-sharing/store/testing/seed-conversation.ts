import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import type { SnapshotPlace } from '../snapshot';

/** A conversation of a new person for tests, and turns in it. */
export async function seedConversation() {
  const person = await insertPerson();
  const { workspaceId } = person;
  const made = await insertConversation(person, { workspaceId, title: 'T', visibility: 'private', labels: [] });
  if (!made) throw new Error('No conversation.');
  const place = { workspaceId, conversationId: made.id };
  return {
    person,
    place,
    /** A turn behind this message, and the place of a slot in its run. */
    async turn(parentId?: string) {
      const owner = { ...place, userId: person.userId, status: 'running' as const };
      const ids = await insertRun(parentId ? { ...owner, parentId } : owner);
      const slot = (letter: string): SnapshotPlace => ({ ...place, runId: ids.runId, slot: letter });
      return { ...ids, slot };
    },
  };
}
