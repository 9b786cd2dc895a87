'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { errorText } from '@/lib/client/api-error';
import { sendMessage } from '@/lib/client/send-message';
import type { TeamChoice } from '@/lib/client/team-choice';
import { readyAttachments, useAttachments } from '@/lib/client/use-attachments';
import { AgentLetter } from '../agent/agent-letter';
import { cx } from '../ui/cx';
import { Notice } from '../ui/notice';
import { ComposerBox } from './composer-box';
import { EXAMPLES } from './examples';
import { TeamPicker } from './team-picker';
import { TeamWarning } from './team-warning';

/** The empty page: one sentence, examples that fill the composer, and who will answer. */
export function NewChat({ teams, initialTeam }: { teams: TeamChoice[]; initialTeam: string }) {
  const router = useRouter();
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [teamId, setTeamId] = useState(initialTeam);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const attachments = useAttachments();
  const team = teams.find((entry) => entry.id === teamId);

  async function send() {
    if (!team) return;
    setBusy(true);
    setError(null);
    try {
      const { conversationId } = await sendMessage({
        conversationId: null,
        text,
        attachments: readyAttachments(attachments.drafts),
        team,
      });
      router.push(`/c/${conversationId}`);
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  }

  return (
    <div className="mx-auto flex w-full max-w-read min-h-0 flex-1 flex-col justify-center-safe gap-6 overflow-y-auto px-4 py-10 max-sm:justify-end-safe max-sm:pb-3">
      <div>
        <h1 className="text-balance font-semibold text-2xl tracking-tight">What should the team work on?</h1>
        <p className="mt-2 max-w-xl text-muted">
          Several agents answer in parallel, read each other’s answers, then vote; the winner writes the final answer.
        </p>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      <TeamWarning team={team} />
      <div className="max-sm:order-last">
        <ComposerBox
          attachments={attachments}
          input={input}
          text={text}
          onText={setText}
          placeholder="Ask the team"
          busy={busy || !team}
          onSend={send}
          left={<TeamPicker teams={teams} selected={teamId} onSelect={setTeamId} />}
        />
      </div>
      <ul
        aria-label="Examples"
        className={cx('grid gap-2 sm:grid-cols-3', attachments.drafts.length > 0 && 'max-sm:hidden')}
      >
        {EXAMPLES.map((example) => (
          <li key={example.title}>
            <button
              type="button"
              onClick={() => {
                setText(example.text);
                input.current?.focus();
              }}
              className="h-full w-full rounded-card border border-line px-3.5 py-2.5 text-left transition-colors duration-150 hover:bg-hover"
            >
              <span className="block font-medium text-sm">{example.title}</span>
              <span className="line-clamp-2 text-muted text-xs">{example.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {team && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-xs">
          {team.agents.map((agent) => (
            <span key={agent.slot} className="flex items-center gap-1.5">
              <AgentLetter slot={agent.slot} />
              {agent.name}
              {agent.backend !== 'demo' && <span>{agent.model}</span>}
            </span>
          ))}
          <Link href="/teams" className="text-accent hover:underline">
            Change teams
          </Link>
          {team.agents.some((agent) => agent.backend === 'demo') && (
            <p className="basis-full">
              This team is a simulation without a language model. For real models,{' '}
              <Link href="/settings" className="text-accent hover:underline">
                add a provider key
              </Link>{' '}
              and choose another team.
            </p>
          )}
        </div>
      )}
    </div>
  );
}
