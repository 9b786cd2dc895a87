/** The tools by which agents read and write the board; the engine runs them. */
export const BOARD_TOOLS = ['get_peer_answers', 'get_peer_context', 'read_peer_file', 'post_note'] as const;

export type BoardTool = (typeof BOARD_TOOLS)[number];

/** As `server` of their events: nobody outside serves them. */
export const BOARD_SERVER = 'board';

export const MAX_NOTES_PER_SLOT = 8;
export const MAX_NOTE_CHARACTERS = 4_000;

export function isBoardTool(name: string): name is BoardTool {
  return (BOARD_TOOLS as readonly string[]).includes(name);
}
