import { BOARD_SERVER, READ_MORE_TOOL } from '@/lib/protocol/board-tools';
import { READ_MORE } from '@/lib/protocol/prompt/read-more-tool';
import type { HistoryMessage } from '@/lib/protocol/prompt-message';
import { readMore } from '@/lib/protocol/read-more';
import { slotOf } from '@/lib/protocol/update-slot';
import type { OfferedTool, ToolSource } from '../tool-source';
import type { ToolEntry } from './call-tools';

const TOOL: OfferedTool = {
  server: BOARD_SERVER,
  tool: READ_MORE_TOOL,
  definition: READ_MORE,
  definitionHash: '',
  effects: 'reads',
  idempotent: true,
  inOrder: true,
  isBrief: true,
};

/** `read_more`, which a request offers where something in it was cut: no source has it, since what was cut is known only then. */
export function readMoreEntry(history: HistoryMessage[]): ToolEntry {
  const source: ToolSource = {
    id: 'reading',
    offer: async () => ({ tools: [TOOL], missing: [] }),
    decide: async () => ({ decision: 'allow', because: '' }),
    async run({ scope: { state, slot }, arguments: given }) {
      return readMore(state, slot, history, given, slotOf(state, slot)?.call?.condensed?.readMore ?? 0);
    },
  };
  return { tool: TOOL, source };
}
