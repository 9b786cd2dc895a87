'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { isSignedOut, signInAgain } from '@/lib/browser/api/sign-in-again';
import { useQuestionChecks } from '@/lib/browser/checks/use-question-checks';
import { sendMessage } from '@/lib/browser/conversation/send-message';
import { readyAttachments } from '@/lib/browser/conversation/use-attachments';
import { useMessageDraft } from '@/lib/browser/conversation/use-message-draft';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useTeamSelection } from '@/lib/browser/team/use-team-selection';
import { AgentLetter } from '../run/agent/agent-letter';
import { cx } from '../ui/cx';
import { Notice } from '../ui/notice';
import { CheckButton } from './composer/check-button';
import { ComposerBox } from './composer/composer-box';
import { QuestionChecks } from './composer/lazy-question-checks';
import { TeamPicker } from './composer/team-picker';
import { TeamWarning } from './composer/team-warning';
import { ExampleList } from './example-list';
import { texts } from './new-chat-texts';

interface NewChatProps {
  /** Where the composer's draft is kept. */
  draftKey: string;
  teams: TeamChoice[];
  initialTeam: string;
}

/** The empty page: one sentence, examples that fill the composer, and who will answer. */
export function NewChat({ draftKey, teams, initialTeam }: NewChatProps) {
  const router = useRouter();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useMessageDraft(draftKey);
  const { text, setText, attachments } = draft;
  const must = useQuestionChecks();
  const { team, ...chosen } = useTeamSelection({ teams, initialTeam });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isSimulation = team?.agents.every(({ backend }) => backend === 'demo') ?? false;

  /** Asks what stands in the box, or an example in its place. */
  async function send(example?: string): Promise<void> {
    if (!team) return;
    setBusy(true);
    setError(null);
    try {
      const { conversationId } = await sendMessage({
        conversationId: null,
        text: example ?? text,
        attachments: readyAttachments(attachments.drafts),
        team,
        checks: team.canCheck ? must.checks : [],
      });
      draft.take();
      draft.sent();
      router.push(`/c/${conversationId}`);
    } catch (cause) {
      // The box does not change while it waits.
      if (isSignedOut(cause) && (await signInAgain.ask())) return send(example);
      must.refused(cause);
      setError(errorText(cause));
      setBusy(false);
    }
  }

  return (
    <div className="mx-auto flex w-full max-w-read min-h-0 flex-1 flex-col justify-center-safe gap-6 overflow-y-auto px-4 py-10 max-sm:justify-end-safe max-sm:pb-0">
      <div>
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{texts.title}</h1>
        <p className="mt-2 max-w-xl text-muted">{texts.text}</p>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      <TeamWarning team={team} />
      {/* On a phone it stays at the lower edge, whatever stands above it: what is in it is in the window. */}
      <div className="bg-bg max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:order-last max-sm:-mx-4 max-sm:px-4 max-sm:pb-3">
        {team?.canCheck && must.isOpen && (
          <QuestionChecks {...must} agents={team.agents.length} onChange={must.setChecks} onClose={must.close} />
        )}
        <ComposerBox
          attachments={attachments}
          input={input}
          text={text}
          onText={setText}
          placeholder={texts.placeholder}
          busy={busy || !team}
          onSend={() => send()}
          left={
            <>
              {team?.canCheck && <CheckButton count={must.checks.length} isOpen={must.isOpen} onToggle={must.toggle} />}
              <TeamPicker teams={chosen.teams} selected={chosen.teamId} onSelect={chosen.select} onMade={chosen.make} />
            </>
          }
        />
      </div>
      <div className={cx('flex flex-col gap-2', attachments.drafts.length > 0 && 'max-sm:hidden')}>
        {isSimulation && <p className="text-muted text-sm">{texts.simulationCan}</p>}
        <ExampleList
          label={texts.examplesTitle}
          disabled={busy}
          onChoose={(example) => {
            // The simulation costs nothing. Somebody's own words in the box are not asked in passing.
            if (isSimulation && text.trim() === '') return void send(example);
            setText(example);
            input.current?.focus();
          }}
        />
      </div>
      {team && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-xs">
          {team.agents.map((agent) => (
            <span key={agent.slot} className="flex items-center gap-1.5">
              <AgentLetter slot={agent.slot} />
              {agent.name}
              {agent.backend !== 'demo' && <span>{agent.model}</span>}
            </span>
          ))}
          <Link href="/teams" className="inline-flex items-center text-accent underline underline-offset-2">
            {texts.changeTeams}
          </Link>
          {isSimulation && (
            <p className="basis-full">
              {texts.simulation.before}{' '}
              <Link href="/welcome" className="text-accent underline underline-offset-2">
                {texts.simulation.link}
              </Link>
              {texts.simulation.after}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
