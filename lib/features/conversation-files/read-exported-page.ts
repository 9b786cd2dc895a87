import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import type { RunEvent } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import type { ConversationFile, Include } from './conversation-file';
import { fileNameOf } from './export-conversation';
import { answerText, type FileTurn, isSimulated, otherMessages, shownTurns, textOf } from './file-facts';
import { readConversationFile } from './read-conversation-file';

interface PageTurn {
  question: string;
  attached: string[];
  answer: string;
  isSimulated: boolean;
  run: { state: RunState; events: RunEvent[]; withTools: boolean } | null;
}

/** What a page of its own shows of a conversation. */
export interface PageFacts {
  title: string;
  turns: PageTurn[];
  otherMessages: number;
  /** Without its ending. */
  fileName: string;
}

/** The branch that a conversation shows, for a page that stands for itself. Throws `not_found`. */
export async function readExportedPage(actor: Actor, conversationId: string, include: Include): Promise<PageFacts> {
  const file = await readConversationFile(actor, conversationId, { include, namesOnly: true });
  return {
    title: file.title,
    turns: shownTurns(file).map((turn) => pageTurn(turn, file, include)),
    otherMessages: otherMessages(file),
    fileName: fileNameOf(file.title),
  };
}

function pageTurn(turn: FileTurn, file: ConversationFile, include: Include): PageTurn {
  const names = new Map(file.attachments.map(({ id, name }) => [id, name]));
  const { run } = turn;
  return {
    question: textOf(turn.question),
    attached: turn.question.parts.flatMap((part) =>
      part.type === 'attachment' ? [names.get(part.id) ?? part.id] : [],
    ),
    answer: answerText(turn),
    isSimulated: isSimulated(turn),
    run: run && {
      state: run.state,
      events: run.events,
      withTools: include === 'tools' || include === 'files',
    },
  };
}
