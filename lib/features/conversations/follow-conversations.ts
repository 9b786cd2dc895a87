import 'server-only';
import type { ConversationNote } from '@/db/queries/conversations/conversation-channel';
import { selectConversations } from '@/db/queries/conversations/select-conversations';
import { selectWorkspaces } from '@/db/queries/workspaces/select-workspaces';
import { presenceHub } from '@/lib/features/presence/presence-hub';
import type { Actor } from '@/lib/platform/auth/actor';
import { holdRight } from '@/lib/platform/auth/held-rights';
import { logger } from '@/lib/platform/observability/logger';
import { hearOfConversations } from './conversation-notes';

/** What happens in one moment to one conversation, or to many, is told at once. */
const GATHER_MS = 100;
const MOST_AT_ONCE = 100;
const PING_MS = 15_000;
/** Then the reader connects again, with the workspaces that they are in by then. */
const LIFETIME_MS = 15 * 60_000;

/**
 * What changes in the actor's list, as server-sent events: `conversation.changed` with the conversation as the list shows it,
 * `conversation.removed` with its id, and `list.stale` when something may have been missed. There is no cursor: who connects reads the list
 * first. Each is asked for with the actor's right at that moment. `stream.opened` comes first, with the id by which the browser says where it
 * is; from then on `presence.changed` tells who else is there.
 */
export async function followConversations(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  const workspaces = new Set((await selectWorkspaces(actor)).map(({ id }) => id));
  const pending = new Set<string>();
  let isStale = false;
  let gathering: NodeJS.Timeout | undefined;
  let timers: NodeJS.Timeout[] = [];
  let ends: (() => void)[] = [];
  let stream: ReadableStreamDefaultController<Uint8Array>;

  const concerns = ({ ownerId, workspaceId, isShown, readerId }: ConversationNote) =>
    readerId === null
      ? ownerId === actor.userId || (isShown && workspaces.has(workspaceId))
      : readerId === actor.userId;

  function hear(note: ConversationNote | null): void {
    if (note && !concerns(note)) return;
    if (note) pending.add(note.id);
    else isStale = true;
    if (pending.size > MOST_AT_ONCE) isStale = true;
    gathering ??= setTimeout(() => void tell(), GATHER_MS);
  }

  async function tell(): Promise<void> {
    gathering = undefined;
    const ids = [...pending];
    const wasStale = isStale;
    pending.clear();
    isStale = false;
    try {
      if (wasStale) return send([{ type: 'list.stale' }]);
      const found = await selectConversations(actor, { archived: false, ids, limit: ids.length });
      const known = new Set(found.map(({ id }) => id));
      send([
        ...found.map((conversation) => ({ type: 'conversation.changed', conversation })),
        ...ids.filter((id) => !known.has(id)).map((id) => ({ type: 'conversation.removed', id })),
      ]);
    } catch (error) {
      logger.error({ error }, 'Changed conversations could not be told.');
      close();
    }
  }

  function send(events: object[]): void {
    if (ends.length === 0) return;
    stream.enqueue(Buffer.from(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')));
  }

  /** Lets go of everything; true the first time. */
  function letGo(): boolean {
    const wasOpen = ends.length > 0;
    for (const end of ends) end();
    ends = [];
    for (const timer of timers) clearInterval(timer);
    clearTimeout(gathering);
    return wasOpen;
  }

  function close(): void {
    if (letGo()) stream.close();
  }

  const stopHearing = await hearOfConversations(hear);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      stream = controller;
      const presence = presenceHub().open(actor, (event) => send([event]));
      ends = [stopHearing, () => void presence.close(), holdRight(actor, null, close)];
      timers = [
        setInterval(() => stream.enqueue(Buffer.from(': ping\n\n')), PING_MS).unref(),
        setTimeout(close, LIFETIME_MS).unref(),
      ];
      send([{ type: 'stream.opened', streamId: presence.streamId }]);
    },
    cancel: () => void letGo(),
  });
}
