import 'server-only';
import { type HeldRight, selectLostRights } from '@/db/queries/access/select-lost-rights';
import type { Actor } from './actor';
import { createHolding } from './create-holding';
import { recheckViews } from './held-views';

const rights = createHolding<HeldRight>('runs', selectLostRights);

/**
 * Holds the right to read a run (`null` = to be signed in) for something that stays open: `onGone` is called once it has gone, because the session or key was revoked
 * or has expired, the person or their membership is gone, or the conversation is deleted or no longer shown to them. Returns the
 * function that lets go.
 */
export function holdRight(actor: Actor, runId: string | null, onGone: () => void): () => void {
  const right: HeldRight = {
    via: actor.via.kind,
    viaId: actor.via.kind === 'session' ? actor.via.sessionId : actor.via.apiKeyId,
    userId: actor.userId,
    runId,
  };
  return rights.hold(`${right.viaId} ${runId}`, right, onGone);
}

/** A right may have ended in this process: what is open on it closes now, also through links. To be called behind the change. */
export function recheckRights(): void {
  rights.recheck();
  recheckViews();
}
