/** The tools by which agents read and write the board; the engine runs them. */
export const BOARD_TOOLS = ['get_peer_answers', 'get_peer_context', 'read_peer_file', 'post_note'] as const;

export type BoardTool = (typeof BOARD_TOOLS)[number];

/** Reads on where a request was cut; offered only there, with or without a board. */
export const READ_MORE_TOOL = 'read_more';

/** As `server` of their events: nobody outside serves them. */
export const BOARD_SERVER = 'board';

export const MAX_NOTES_PER_SLOT = 8;
export const MAX_NOTE_CHARACTERS = 4_000;

export function isBoardTool(name: string): name is BoardTool {
  return (BOARD_TOOLS as readonly string[]).includes(name);
}

/** The event, or the call of a tool, is one of the board's, whose results name no server in earlier logs; another server may have tools of the same names. */
export function isOfBoard({ server, tool }: { server?: string; tool: string }): boolean {
  return (server === undefined || server === BOARD_SERVER) && isBoardTool(tool);
}
