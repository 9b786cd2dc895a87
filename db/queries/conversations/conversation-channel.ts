import { z } from 'zod';

/** Processes listen here for whose list has changed; triggers tell it (migration `conversation_readers`). */
export const CONVERSATION_CHANNEL = 'massgen_conversation';

/** What is told. */
export interface ConversationNote {
  id: string;
  ownerId: string;
  workspaceId: string;
  /** It is, or was until now, shown to its workspace. */
  isShown: boolean;
  /** The one reader whom it concerns; `null` = all. */
  readerId: string | null;
}

const payloadSchema = z.object({
  id: z.string(),
  o: z.string(),
  w: z.string(),
  s: z.boolean(),
  u: z.string().nullable(),
});

/** Reads a payload of the channel. */
export function readConversationNote(payload: string): ConversationNote {
  const { id, o, w, s, u } = payloadSchema.parse(JSON.parse(payload));
  return { id, ownerId: o, workspaceId: w, isShown: s, readerId: u };
}
