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
  return hold(actor, { runId, conversationId: null }, onGone);
}

/** The same for the right to read a conversation. */
export function holdConversation(actor: Actor, conversationId: string, onGone: () => void): () => void {
  return hold(actor, { runId: null, conversationId }, onGone);
}

function hold(
  { userId, via }: Actor,
  what: Pick<HeldRight, 'runId' | 'conversationId'>,
  onGone: () => void,
): () => void {
  const viaId = via.kind === 'session' ? via.sessionId : via.apiKeyId;
  const key = `${viaId} ${what.runId} ${what.conversationId}`;
  return rights.hold(key, { via: via.kind, viaId, userId, ...what }, onGone);
}

/** A right may have ended in this process: what is open on it closes now, also through links. To be called behind the change. */
export function recheckRights(): void {
  rights.recheck();
  recheckViews();
}
