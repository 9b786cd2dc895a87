import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { readMessage } from '@/lib/browser/conversation/read-message';
import { sendMessage } from '@/lib/browser/conversation/send-message';
import { showBranch } from '@/lib/browser/conversation/show-branch';
import type { TranscriptTurn } from '@/lib/browser/run/turn';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { toast } from '@/lib/browser/ui/toast';

interface TurnActionsOptions {
  conversationId: string;
  teams: TeamChoice[];
  /** Who is asked unless another is named. */
  initialTeam: string;
  /** Another branch is about to be shown, with this turn or what stands in its place at its end. */
  onBranch: () => void;
}

/** What a person can do with a turn of the transcript. */
export interface TurnActions {
  teams: TeamChoice[];
  initialTeam: string;
  /** Asks the question once more, with its files and checks; the answer stands beside those that it has. */
  askAgain: (turn: TranscriptTurn, teamId?: string) => Promise<void>;
  /** Asks another question in its place; resolves to whether it was sent. */
  edit: (turn: TranscriptTurn, text: string) => Promise<boolean>;
  /** Goes back to its answer: the next question begins a new branch there. */
  branchFrom: (turn: TranscriptTurn) => Promise<void>;
  /** The whole question. */
  readQuestion: (turn: TranscriptTurn) => Promise<string>;
}

/**
 * The actions of the turns of a conversation; what is refused is said. They stay the same functions: every turn of the page has them, and would
 * be drawn again with each new one.
 */
export function useTurnActions(options: TurnActionsOptions): TurnActions {
  const router = useRouter();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const busy = useRef(false);
  const { teams, initialTeam } = options;

  return useMemo(() => {
    const readQuestion = (turn: TranscriptTurn) =>
      // Of a long question the page may have the beginning only.
      turn.textCutFrom === null
        ? Promise.resolve(turn.text)
        : readMessage(latest.current.conversationId, turn.messageId);

    async function once(work: () => Promise<boolean>): Promise<boolean> {
      if (busy.current) return false;
      busy.current = true;
      try {
        const done = await work();
        if (done) {
          latest.current.onBranch();
          router.refresh();
        }
        return done;
      } catch (error) {
        toast(errorText(error), { kind: 'error' });
        return false;
      } finally {
        busy.current = false;
      }
    }

    function send(turn: TranscriptTurn, text: string, teamId: string): Promise<boolean> {
      return once(async () => {
        const team = latest.current.teams.find(({ id }) => id === teamId);
        if (!team) return false;
        await sendMessage({
          conversationId: latest.current.conversationId,
          parentMessageId: turn.messageId,
          text,
          attachments: turn.attachments,
          team,
          // A team that decides by votes could not be asked at all with checks.
          checks: team.canCheck ? (turn.checks ?? []) : [],
        });
        return true;
      });
    }

    return {
      teams,
      initialTeam,
      readQuestion,
      async askAgain(turn, teamId = latest.current.initialTeam) {
        await send(turn, await readQuestion(turn), teamId);
      },
      edit: (turn, text) => send(turn, text, latest.current.initialTeam),
      async branchFrom(turn) {
        const { answerMessageId } = turn;
        if (answerMessageId) await once(() => showBranch(latest.current.conversationId, answerMessageId));
      },
    };
  }, [teams, initialTeam, router]);
}
