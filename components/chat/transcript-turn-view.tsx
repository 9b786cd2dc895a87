'use client';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { readMessage } from '@/lib/browser/conversation/read-message';
import { isImportedTurn, isRunTurn, type TranscriptTurn } from '@/lib/browser/run/turn';
import { OwnTurnProvider } from '../run/ask-again';
import { RunBlock } from '../run/run-block';
import { cx } from '../ui/cx';
import { AskedQuestion } from './asked-question';
import { BranchSwitch } from './branch-switch';
import { ContinuedAnswer } from './continued-answer';
import { AnswerActions } from './turn-actions';

/** Of what was brought from elsewhere alone. */
const ImportedAnswer = dynamic(() => import('./imported-answer').then((file) => file.ImportedAnswer));

interface TranscriptTurnViewProps {
  conversationId: string;
  turn: TranscriptTurn;
  /** How many turns come after it. */
  fromEnd: number;
  isFirst: boolean;
}

/** The last turn fills the window, so that it can stand at the top while its answer grows; far ones are not laid out. */
function turnClass(fromEnd: number, isFirst: boolean): string {
  if (fromEnd === 0 && !isFirst) return 'min-h-[calc(100dvh-14rem)]';
  return fromEnd > 1 ? 'turn' : '';
}

/** A question and what answers it, with the switches to other branches. */
export const TranscriptTurnView = memo(function TranscriptTurnView({
  conversationId,
  turn,
  fromEnd,
  isFirst,
}: TranscriptTurnViewProps) {
  const wholeOf = (messageId: string | null) => async () =>
    messageId === null ? '' : readMessage(conversationId, messageId);
  return (
    <div data-turn={turn.messageId} className={cx('flex flex-col', turnClass(fromEnd, isFirst))}>
      <div className="flex flex-col gap-5">
        <AskedQuestion conversationId={conversationId} turn={turn} readWhole={wholeOf(turn.messageId)} />
        {isRunTurn(turn) ? (
          <OwnTurnProvider turn={turn}>
            <RunBlock run={turn.run} latest={fromEnd === 0} readWhole={wholeOf(turn.answerMessageId)} />
          </OwnTurnProvider>
        ) : isImportedTurn(turn) ? (
          <ImportedAnswer turn={turn} readWhole={wholeOf(turn.answerMessageId)} />
        ) : (
          <ContinuedAnswer turn={turn} readWhole={wholeOf(turn.answerMessageId)} />
        )}
        <div className="mx-auto -mt-3 flex min-h-8 w-full max-w-read items-center gap-3">
          <AnswerActions turn={turn} isLast={fromEnd === 0} />
          <BranchSwitch conversationId={conversationId} what="answer" branches={turn.answerBranches} />
        </div>
      </div>
    </div>
  );
});
