import type { OfferedTool, ToolScope } from '@/lib/engine/tool-source';
import { BOARD_SERVER } from '@/lib/protocol/board-tools';
import { boardTools } from '@/lib/protocol/prompt/board-tool-definitions';
import { sha256 } from '../store/sha256';

/** The board's tools for the call; none when the team does not share, and none for the presenter, who has all of it in its request. */
export function boardToolsFor({ state, slot, phase }: ToolScope): OfferedTool[] {
  if (phase === 'presentation') return [];
  return boardTools(state, slot).map((definition) => ({
    server: BOARD_SERVER,
    tool: definition.name,
    definition,
    definitionHash: sha256(Buffer.from(JSON.stringify(definition))),
    // A note is an event of the run's log, and nothing else.
    effects: 'reads',
    idempotent: false,
    // What is left to a reader depends on what it has read.
    inOrder: true,
    isBrief: true,
  }));
}
