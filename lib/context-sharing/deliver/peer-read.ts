import type { SharedContext } from '@/lib/protocol/context-event';

/** What a reader is given of a peer's context by a tool. */
export interface PeerRead {
  text: string;
  isError: boolean;
  /** For the receipt; `null` = nothing of a context was given. */
  context: SharedContext | null;
}
