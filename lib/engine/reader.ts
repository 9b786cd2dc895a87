import type { BackendCapabilities } from '@/lib/agents/backend';
import type { Slot } from '@/lib/protocol/team';

/** What a reader's model can take. */
export interface Reader {
  slot: Slot;
  backend: string;
  canCallTools: boolean;
  abilities: Pick<BackendCapabilities, 'contextWindow'>;
  /** Tokens of its next request, without what is made ready for it now. */
  requestTokens: number;
}
