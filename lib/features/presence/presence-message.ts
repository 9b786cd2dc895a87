import { z } from 'zod';

/** What somebody does where they are. */
export const presenceState = z.enum(['here', 'writing', 'gone']);
export type PresenceState = z.infer<typeof presenceState>;

/** One browser at one conversation. */
export interface Place {
  conversationId: string;
  /** The open event stream of the browser. */
  streamId: string;
  userId: string;
  name: string;
  state: PresenceState;
}

/** What processes tell each other. */
export const presenceMessage = z.discriminatedUnion('type', [
  /** To the process that has the stream: what one tab of it does. */
  z.object({
    type: z.literal('said'),
    streamId: z.string(),
    userId: z.string(),
    tab: z.string(),
    conversationId: z.string(),
    state: presenceState,
  }),
  /** By the process that has the stream. */
  z.object({
    type: z.literal('place'),
    processId: z.string(),
    conversationId: z.string(),
    streamId: z.string(),
    userId: z.string(),
    name: z.string(),
    state: presenceState,
  }),
  /** The process is there, and with it what it has told. */
  z.object({ type: z.literal('alive'), processId: z.string() }),
  /** The process knows nothing yet, or may have missed something. */
  z.object({ type: z.literal('asked'), processId: z.string() }),
]);
export type PresenceMessage = z.infer<typeof presenceMessage>;

/** What is told of one conversation to everybody else who looks at it. */
export interface PresenceEvent {
  type: 'presence.changed';
  conversationId: string;
  people: { userId: string; name: string; writing: boolean }[];
}
