'use client';
import { Navigation } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '@/lib/client/announce';
import { errorText } from '@/lib/client/api-error';
import { runControls } from '@/lib/client/run-controls';
import { sendMessage } from '@/lib/client/send-message';
import type { TeamChoice } from '@/lib/client/team-choice';
import type { Turn } from '@/lib/client/turn';
import { readyAttachments, useAttachments } from '@/lib/client/use-attachments';
import type { RunState } from '@/lib/protocol/state';
import { Notice } from '../ui/notice';
import { ComposerBox } from './composer-box';
import { PendingChips } from './pending-chips';
import { TargetPicker } from './target-picker';
import { TeamPicker } from './team-picker';
import { TeamWarning } from './team-warning';

interface ConversationComposerProps {
  conversationId: string;
  teams: TeamChoice[];
  initialTeam: string;
  /** The run that goes on, if one does. */
  active: { run: Turn['run']; state: RunState } | null;
  queued: Turn[];
  onSent: (turn: Turn) => void;
}

function hintFor(hasFiles: boolean): string {
  return hasFiles
    ? 'Enter = queue with the files · Ctrl/⌘+Enter = steer, text only'
    : 'Enter = queue · Ctrl/⌘+Enter = steer';
}

/** Sends the next message; while a run goes on, Enter queues and Ctrl/⌘+Enter steers. */
export function ConversationComposer({
  conversationId,
  teams,
  initialTeam,
  active,
  queued,
  onSent,
}: ConversationComposerProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [teamId, setTeamId] = useState(initialTeam);
  const [target, setTarget] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const attachments = useAttachments();
  const team = teams.find((entry) => entry.id === teamId);
  const steerable = active !== null && active.state.status === 'running';

  /** Empties the box at once, so that the next words are safe; what was refused comes back into an empty box. */
  async function attempt(work: (message: string) => Promise<boolean>) {
    const message = text;
    setText('');
    setError(null);
    const keep = () => setText((now) => now || message);
    try {
      if (!(await work(message))) keep();
    } catch (cause) {
      keep();
      setError(`${errorText(cause)} Your text is still in the box.`);
    }
  }

  const send = () => {
    const drafts = attachments.take();
    return attempt(async (message) => {
      try {
        if (!team) return false;
        const files = readyAttachments(drafts);
        const { turn } = await sendMessage({ conversationId, text: message, attachments: files, team });
        onSent(turn);
        return true;
      } catch (cause) {
        attachments.giveBack(drafts);
        throw cause;
      }
    });
  };
  const steer = () =>
    attempt(async (message) => {
      if (!active || !(await runControls.steer(active.run.id, message, target ?? undefined))) return false;
      announce(target ? `Told ${target}` : 'Told every agent');
      return true;
    });

  return (
    <div className="mx-auto w-full max-w-read">
      <PendingChips run={active?.state ?? null} queued={queued} />
      {error && (
        <div className="mb-2">
          <Notice tone="danger">{error}</Notice>
        </div>
      )}
      <div className="mb-2 empty:hidden">
        <TeamWarning team={team} />
      </div>
      <ComposerBox
        attachments={attachments}
        input={input}
        text={text}
        onText={setText}
        placeholder={active ? 'Ask next, or steer the agents' : 'Ask a follow-up'}
        busy={!team}
        onSend={send}
        onSteer={steerable ? steer : undefined}
        onEscape={steerable ? () => runControls.stop(active.run.id) : undefined}
        hint={steerable && text ? hintFor(attachments.drafts.length > 0) : undefined}
        left={
          <>
            <TeamPicker teams={teams} selected={teamId} onSelect={setTeamId} />
            {steerable && (
              <>
                <TargetPicker slots={active.state.team?.agents ?? []} selected={target} onSelect={setTarget} />
                <button
                  type="button"
                  title="Tell the running agents now (Ctrl/⌘+Enter)"
                  disabled={text.trim() === ''}
                  onClick={() => {
                    void steer();
                    input.current?.focus();
                  }}
                  className="inline-flex h-8 flex-none items-center gap-1.5 rounded-control px-2 text-muted text-sm hover:bg-hover hover:text-text disabled:opacity-50"
                >
                  <Navigation className="icon" aria-hidden />
                  Steer
                </button>
              </>
            )}
          </>
        }
      />
    </div>
  );
}
