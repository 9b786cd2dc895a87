import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/platform/auth/actor';
import { holdConversation } from '@/lib/platform/auth/held-rights';
import { logger } from '@/lib/platform/observability/logger';
import { PresenceBoard } from './presence-board';
import { hearPresence, publish, published } from './presence-bus';
import type { PresenceEvent, PresenceMessage, PresenceState } from './presence-message';
import { StreamPlaces } from './stream-places';

/** A process says this often that it is there. */
const ALIVE_MS = 10_000;
/** What a process has told holds for this long behind its last word. */
const SILENT_MS = 30_000;

interface OwnStream {
  actor: Actor;
  tell: (event: PresenceEvent) => void;
  places: StreamPlaces;
  /** Lets go of the right to read, by conversation. */
  rights: Map<string, () => void>;
}

type Said = Extract<PresenceMessage, { type: 'said' }>;

/** Who looks at which conversation and who is writing there, kept in memory and told to everybody else who looks at it. */
export class PresenceHub {
  readonly #processId = randomUUID();
  readonly #board = new PresenceBoard();
  readonly #streams = new Map<string, OwnStream>();
  #listening: Promise<() => Promise<void>> | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** Opens the presence of one browser, whose events go to `tell`. Nobody sees it before it has said where it is. */
  open(actor: Actor, tell: OwnStream['tell']): { streamId: string; close(): Promise<void> } {
    const streamId = randomUUID();
    const places = new StreamPlaces((conversationId, state) => this.#place(streamId, conversationId, state));
    this.#streams.set(streamId, { actor, tell, places, rights: new Map() });
    this.#start();
    return { streamId, close: () => this.#close(streamId) };
  }

  /** Takes what one tab of a browser says; the stream may be of another process, or over: then nothing follows. */
  say(said: Omit<Said, 'type'>): void {
    if (this.#streams.has(said.streamId)) this.#said(said);
    else publish({ type: 'said', ...said });
  }

  #said({ streamId, userId, tab, conversationId, state }: Omit<Said, 'type'>): void {
    const stream = this.#streams.get(streamId);
    if (!stream || stream.actor.userId !== userId) return;
    const isNew = state !== 'gone' && !stream.places.has(tab);
    if (state !== 'gone' && !stream.rights.has(conversationId)) {
      const letGo = holdConversation(stream.actor, conversationId, () => stream.places.leave(conversationId));
      stream.rights.set(conversationId, letGo);
    }
    stream.places.say(tab, conversationId, state);
    if (isNew) this.#tellStream(stream, conversationId);
  }

  /** What the tabs of an own stream do together in a conversation. */
  #place(streamId: string, conversationId: string, state: PresenceState): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    if (state === 'gone') {
      stream.rights.get(conversationId)?.();
      stream.rights.delete(conversationId);
    }
    const { userId, name } = stream.actor;
    const place = { conversationId, streamId, userId, name, state };
    if (!this.#board.put(this.#processId, place, performance.now())) return;
    publish({ type: 'place', processId: this.#processId, ...place });
    this.#tellAll(conversationId);
  }

  #tellAll(conversationId: string): void {
    for (const streamId of this.#board.streamsIn(conversationId)) {
      const stream = this.#streams.get(streamId);
      if (stream) this.#tellStream(stream, conversationId);
    }
  }

  #tellStream({ actor, tell }: OwnStream, conversationId: string): void {
    tell({ type: 'presence.changed', conversationId, people: this.#board.othersIn(conversationId, actor.userId) });
  }

  /** Resolves when nothing of it is open any more. */
  async #close(streamId: string): Promise<void> {
    this.#streams.get(streamId)?.places.leaveAll();
    this.#streams.delete(streamId);
    if (this.#streams.size === 0) await this.#stop();
  }

  #hear(message: PresenceMessage | null): void {
    if (message === null) this.#catchUp();
    else if (message.type === 'said') this.#said(message);
    else if (message.processId !== this.#processId) this.#hearProcess(message);
  }

  #hearProcess(message: Exclude<PresenceMessage, Said>): void {
    const now = performance.now();
    if (message.type === 'alive') this.#board.heard(message.processId, now);
    else if (message.type === 'asked') this.#repeat();
    else if (this.#board.put(message.processId, message, now)) this.#tellAll(message.conversationId);
  }

  /** Who could not hear asks, and tells what holds here: another may have asked meanwhile, when nobody here heard it. */
  #catchUp(): void {
    publish({ type: 'asked', processId: this.#processId });
    this.#repeat();
  }

  /** Tells again what holds here. */
  #repeat(): void {
    for (const [streamId, { actor, places }] of this.#streams)
      for (const conversationId of places.conversations())
        publish({
          type: 'place',
          processId: this.#processId,
          ...{ conversationId, streamId, userId: actor.userId, name: actor.name },
          state: places.stateIn(conversationId),
        });
  }

  #start(): void {
    this.#timer ??= setInterval(() => this.#beat(), ALIVE_MS).unref();
    if (this.#listening) return;
    const listening = hearPresence((message) => this.#hear(message));
    this.#listening = listening;
    listening.then(
      () => this.#catchUp(),
      (error: unknown) => {
        logger.error({ error }, 'Who is where cannot be heard of other processes.');
        // The next stream tries again.
        if (this.#listening === listening) this.#listening = null;
      },
    );
  }

  #beat(): void {
    publish({ type: 'alive', processId: this.#processId });
    for (const conversationId of this.#board.forget(performance.now() - SILENT_MS)) this.#tellAll(conversationId);
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    const listening = this.#listening;
    this.#listening = null;
    try {
      // Nothing is asked of a database that is closed behind this.
      await published();
      await (await listening)?.();
    } catch (error) {
      logger.warn({ error }, 'Listening for who is where did not end.');
    }
  }
}

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenPresence?: PresenceHub };

/** The hub of this process. */
export function presenceHub(): PresenceHub {
  holder.massgenPresence ??= new PresenceHub();
  return holder.massgenPresence;
}
