import type { RunEvent } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';

/** A question and what answered it, as an exported page shows them. */
export interface ExportedTurn {
  question: string;
  /** Names of attached files. */
  attached: string[];
  answer: string;
  /** No language model was asked. */
  isSimulated: boolean;
  /** Of the run that answered, as far as the page shows how it was decided. */
  run: { state: RunState; events: RunEvent[]; withTools: boolean } | null;
}

/** A conversation that becomes a page of its own. */
export interface ExportedPage {
  title: string;
  turns: ExportedTurn[];
  /** Messages of branches that it does not show. */
  otherMessages: number;
}
