'use client';
import { Hand } from 'lucide-react';
import { currentAnswers } from '@/lib/browser/run/current-answers';
import { runControls } from '@/lib/browser/run/run-controls';
import type { RunState } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PlainText } from '../../ui/plain-text';
import { ApprovalRequest } from '../approval/lazy-approval-request';
import { texts } from '../texts';

/** What waits for a person: tool calls to be allowed, and under the rule `human` the choice of the winner. */
export function NeedsYou({ run }: { run: RunState }) {
  const open = run.approvals.filter(({ decision }) => decision === null);
  return (
    <>
      {open.length > 0 && (
        <section aria-label={texts.needsYou} className="flex gap-3 rounded-card bg-warn-soft px-3.5 py-2.5 text-sm">
          <Hand className="icon mt-0.5 text-warn" aria-hidden />
          <div className="flex min-w-0 flex-1 flex-col gap-4">
            {open.map((approval) => (
              <ApprovalRequest key={approval.approvalId} runId={run.runId} approval={approval} />
            ))}
          </div>
        </section>
      )}
      {run.status === 'running' && <LostQuestions run={run} />}
      <ChooseWinner run={run} />
    </>
  );
}

/** What a server asked before the application was restarted: whoever was about to answer reads where the form has gone. */
function LostQuestions({ run }: { run: RunState }) {
  const lost = run.approvals.filter(({ isLost }) => isLost);
  return lost.map(({ approvalId, server = '', tool, slot, toolCallId }) => (
    <div key={approvalId} role="status">
      <Notice tone="warn">
        <p>
          <PlainText text={texts.questionLost(server, tool)} />
        </p>
        <p className="mt-0.5 text-muted text-xs">
          <PlainText
            text={
              hasBegun(run, slot, toolCallId) ? texts.questionLostOutcome(tool, slot) : texts.questionLostAgain(slot)
            }
          />
        </p>
      </Notice>
    </div>
  ));
}

/** Of a tool that may change things the log says when it began (P22). */
function hasBegun({ slots }: RunState, slot: string, toolCallId: string): boolean {
  const items = slots.find((one) => one.slot === slot)?.items ?? [];
  return items.some((item) => item.kind === 'tool' && item.toolCallId === toolCallId && item.isStarted === true);
}

function ChooseWinner({ run }: { run: RunState }) {
  const waits = run.status === 'running' && run.team?.coordination.voteRule === 'human' && run.winner === null;
  const answers = currentAnswers(run);
  if (!waits || answers.length === 0) return null;
  const settled = run.slots.every((slot) => slot.call === null);
  return (
    <section
      aria-label={texts.needsYou}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-warn-soft px-3.5 py-2.5 text-sm"
    >
      <Hand className="icon text-warn" aria-hidden />
      <p className="min-w-0 flex-1">{settled ? texts.chooseAtEnd : texts.chooseNow}</p>
      <div className="flex flex-wrap gap-1.5">
        {answers.map((answer) => (
          <Button key={answer.answerId} size="sm" onClick={() => runControls.choose(run.runId, answer.answerId)}>
            {texts.choose(answer.answerId)}
          </Button>
        ))}
      </div>
    </section>
  );
}
