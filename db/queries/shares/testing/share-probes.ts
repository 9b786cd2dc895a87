import { uuidv7 } from 'uuidv7';
import { expect } from 'vitest';
import { getDb } from '../../../client';
import { share } from '../../../schema/shares';
import { changeShare } from '../change-share';
import { insertShare, type NewShare } from '../insert-share';
import { revokeShares } from '../revoke-shares';
import { selectShares } from '../select-shares';

interface Ask {
  actor: { userId: string };
  ownerId: string;
  workspaceId: string;
}

/** Asks for links as the test of permissions does; `runOf` makes a conversation with a run as the case says. */
export function shareProbes<A extends Ask>(runOf: (ask: A) => Promise<{ conversationId: string; messageId: string }>) {
  async function newShare(ask: A): Promise<NewShare> {
    const { conversationId, messageId } = await runOf(ask);
    const id = uuidv7();
    return {
      ...{ id, conversationId, leafId: messageId, tokenHash: id, tokenCiphertext: 'x' },
      ...{ level: 'final', mode: 'live', audience: 'anyone' },
    };
  }
  async function shareOf(ask: A): Promise<string> {
    const { workspaceId, ownerId } = ask;
    const made = await newShare(ask);
    await (await getDb()).insert(share).values({ ...made, workspaceId, ownerId });
    return made.id;
  }
  return {
    'share.create': async (ask: A) => insertShare(ask.actor, await newShare(ask)),
    'share.read': async (ask: A) => (await selectShares(ask.actor, { id: await shareOf(ask), limit: 1 })).length > 0,
    'share.write': async (ask: A) => {
      const id = await shareOf(ask);
      const isChanged = (await changeShare(ask.actor, id, { title: 'N' })) !== null;
      expect((await revokeShares(ask.actor, { id })).length > 0).toBe(isChanged);
      return isChanged;
    },
  };
}
