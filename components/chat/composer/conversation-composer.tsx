'use client';
import { Navigation } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { isSignedOut, signInAgain } from '@/lib/browser/api/sign-in-again';
import { useQuestionChecks } from '@/lib/browser/checks/use-question-checks';
import { sendMessage } from '@/lib/browser/conversation/send-message';
import { readyAttachments } from '@/lib/browser/conversation/use-attachments';
import { useMessageDraft } from '@/lib/browser/conversation/use-message-draft';
import { runControls } from '@/lib/browser/run/run-controls';
import type { Turn } from '@/lib/browser/run/turn';
import { useStopByEscape } from '@/lib/browser/run/use-stop-by-escape';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useTeamSelection } from '@/lib/browser/team/use-team-selection';
import { announce } from '@/lib/browser/ui/announce';
import { toast } from '@/lib/browser/ui/toast';
import type { RunState } from '@/lib/protocol/state';
import { Notice } from '../../ui/notice';
import { CheckButton } from './check-button';
import { ComposerBox } from './composer-box';
import { QuestionChecks } from './lazy-question-checks';
import { PendingChips } from './pending-chips';
import { TargetPicker } from './target-picker';
import { TeamPicker } from './team-picker';
import { TeamWarning } from './team-warning';
import { texts } from './texts';
import { useLateRewording } from './use-late-rewording';

interface ConversationComposerProps {
  conversationId: string;
  /** Where its draft is kept. */
  draftKey: string;
  teams: TeamChoice[];
  initialTeam: string;
  /** The run that goes on, if one does. */
  active: { run: Turn['run']; state: RunState } | null;
  queued: Turn[];
  onSent: (turn: Turn) => void;
  /** Told of what the person types; empty once it is sent. */
  onText: (text: string) => void;
}

/** Sends the next message; while a run goes on, Enter queues and Ctrl/⌘+Enter steers. */
export function ConversationComposer({
  conversationId,
  draftKey,
  teams,
  initialTeam,
  active,
  queued,
  onSent,
  onText,
}: ConversationComposerProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useMessageDraft(draftKey);
  const { text, setText, attachments } = draft;
  const must = useQuestionChecks();
  const { team, ...chosen } = useTeamSelection({ teams, initialTeam, keepAs: conversationId });
  const [targeted, setTargeted] = useState<{ runId: string; slot: string | null } | null>(null);
  // Each run has agents of its own.
  const target = targeted && targeted.runId === active?.run.id ? targeted.slot : null;
  const [error, setError] = useState<string | null>(null);
  const stopByEscape = useStopByEscape();
  const steerable = active !== null && active.state.status === 'running';

  const onRewording = useLateRewording({
    queued,
    onLate(late) {
      input.current?.focus();
      if (late.trim() === '') return;
      const next = [text, late].filter(Boolean).join('\n\n');
      setText(next);
      onText(next);
      toast(texts.rewordedLate);
    },
  });

  async function send(): Promise<void> {
    if (!team) return;
    setError(null);
    const taken = draft.take();
    onText('');
    try {
      const files = readyAttachments(taken.files);
      const checks = team.canCheck ? must.checks : [];
      const { turn } = await sendMessage({ conversationId, text: taken.text, attachments: files, team, checks });
      draft.sent();
      must.sent();
      onSent(turn);
    } catch (cause) {
      draft.giveBack(taken);
      if (isSignedOut(cause) && (await signInAgain.ask())) return latestSend.current();
      must.refused(cause);
      setError(texts.notSent(errorText(cause)));
    }
  }
  // After a sign-in it sends what is in the box by then.
  const latestSend = useRef(send);
  useEffect(() => {
    latestSend.current = send;
  });

  /** Steering is text alone: the files stay. */
  async function steer(): Promise<void> {
    if (!active) return;
    setError(null);
    const taken = draft.take({ files: false });
    onText('');
    if (!(await runControls.steer(active.run.id, taken.text, target ?? undefined))) return draft.giveBack(taken);
    draft.sent();
    announce(target ? texts.steered(target) : texts.steeredAll);
  }

  return (
    <div className="mx-auto w-full max-w-read">
      <PendingChips
        conversationId={conversationId}
        run={active?.state ?? null}
        queued={queued}
        onRewording={onRewording}
      />
      {error && (
        <div className="mb-2">
          <Notice tone="danger">{error}</Notice>
        </div>
      )}
      <div className="mb-2 empty:hidden">
        <TeamWarning team={team} />
      </div>
      {team?.canCheck && must.isOpen && (
        <QuestionChecks {...must} agents={team.agents.length} onChange={must.setChecks} onClose={must.close} />
      )}
      <ComposerBox
        attachments={attachments}
        input={input}
        text={text}
        onText={(next) => {
          setText(next);
          onText(next);
        }}
        placeholder={active ? texts.askNext : texts.askFollowUp}
        busy={!team}
        onSend={send}
        onSteer={steerable ? steer : undefined}
        onEscape={steerable ? () => stopByEscape(active.run.id) : undefined}
        hint={steerable && text ? (attachments.drafts.length > 0 ? texts.keysWithFiles : texts.keys) : undefined}
        left={
          <>
            {team?.canCheck && <CheckButton count={must.checks.length} isOpen={must.isOpen} onToggle={must.toggle} />}
            <TeamPicker teams={chosen.teams} selected={chosen.teamId} onSelect={chosen.select} onMade={chosen.make} />
            {steerable && (
              <>
                <TargetPicker
                  slots={active.state.team?.agents ?? []}
                  selected={target}
                  onSelect={(slot) => setTargeted({ runId: active.run.id, slot })}
                />
                <button
                  type="button"
                  title={texts.steerNow}
                  disabled={text.trim() === ''}
                  onClick={() => {
                    void steer();
                    input.current?.focus();
                  }}
                  className="inline-flex h-8 flex-none items-center gap-1.5 rounded-control px-2 text-muted text-sm hover:bg-hover hover:text-text disabled:opacity-50"
                >
                  <Navigation className="icon" aria-hidden />
                  {texts.steer}
                </button>
              </>
            )}
          </>
        }
      />
    </div>
  );
}
