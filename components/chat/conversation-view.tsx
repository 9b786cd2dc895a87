'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { otherTabs } from '@/lib/client/other-tabs';
import type { TeamChoice } from '@/lib/client/team-choice';
import { answerKey, isRunTurn, mergeTurns, type SentTurn, type TranscriptTurn } from '@/lib/client/turn';
import { useConversations } from '@/lib/client/use-conversations';
import { RunBlock } from '../run/run-block';
import { RunStoresProvider } from '../run/run-stores';
import { ActiveComposer } from './active-composer';
import { BranchSwitch } from './branch-switch';
import { ContinuedAnswer } from './continued-answer';
import { ConversationTotal } from './conversation-total';
import { useNewBranch } from './use-new-branch';
import { useTranscriptScroll } from './use-transcript-scroll';
import { UserMessage } from './user-message';

interface ConversationViewProps {
  conversationId: string;
  title: string;
  turns: TranscriptTurn[];
  /** Final answers of stored runs as the server rendered them, by run id, and answers without a run by their message's. */
  rendered: Record<string, ReactNode>;
  teams: TeamChoice[];
  initialTeam: string;
}

/** The last turn fills the window, so that it can stand at the top while its answer grows; far ones are not laid out. */
function turnClass(index: number, turns: number): string {
  if (index === turns - 1 && index > 0) return 'min-h-[calc(100dvh-14rem)]';
  return index < turns - 2 ? 'turn' : '';
}

/** The transcript and the composer of one conversation. */
export function ConversationView({
  conversationId,
  title,
  turns: stored,
  rendered,
  teams,
  initialTeam,
}: ConversationViewProps) {
  const router = useRouter();
  const [sent, setSent] = useState<SentTurn[]>([]);
  const turns = mergeTurns(stored, sent);
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  });
  const runTurns = turns.filter(isRunTurn);
  const scroll = useTranscriptScroll(turns.length);
  useNewBranch(stored, scroll.toEnd);
  const known = runTurns.some((turn) => turn.run.status === 'running' || turn.run.status === 'queued');
  const listed = useConversations(null).items.find((item) => item.id === conversationId);
  const runs = listed?.running ?? false;
  const askedAt = listed?.updatedAt;

  // Another tab or device has asked something here, or everything that went on here is over: take the server's word.
  const stale = runs ? !known : known;
  const asked = useRef(false);
  useEffect(() => {
    if (runs) asked.current = true;
    if (stale && asked.current) router.refresh();
  }, [stale, runs, router]);

  // A quick run, asked elsewhere, may be over before the list has shown it as running.
  const seenAskedAt = useRef(askedAt);
  useEffect(() => {
    const isNews = seenAskedAt.current !== undefined && askedAt !== undefined && askedAt !== seenAskedAt.current;
    seenAskedAt.current = askedAt;
    if (isNews && !known && !runs) router.refresh();
  }, [askedAt, known, runs, router]);

  useEffect(
    () => otherTabs.listen((changed) => changed === conversationId && router.refresh()),
    [conversationId, router],
  );

  return (
    <RunStoresProvider>
      <div ref={scroll.box} className="relative min-h-0 flex-1 overflow-y-auto">
        <h1 className="sr-only">{title}</h1>
        <div className="px-4 pt-2">
          <ConversationTotal turns={runTurns} />
        </div>
        <div className="flex flex-col gap-10 px-4 pt-4 pb-16">
          {turns.map((turn, index) => (
            <div key={answerKey(turn)} className={`flex scroll-mt-6 flex-col gap-5 ${turnClass(index, turns.length)}`}>
              <div>
                <UserMessage text={turn.text} attachments={turn.attachments} />
                <div className="mx-auto -mb-4 flex w-full max-w-read justify-end empty:hidden">
                  <BranchSwitch conversationId={conversationId} what="question" branches={turn.questionBranches} />
                </div>
              </div>
              {isRunTurn(turn) ? (
                <RunBlock run={turn.run} latest={index === turns.length - 1} rendered={rendered[turn.run.id]} />
              ) : (
                <ContinuedAnswer turn={turn} rendered={rendered[turn.answerMessageId]} />
              )}
              <div className="mx-auto -mt-3 flex w-full max-w-read empty:hidden">
                <BranchSwitch conversationId={conversationId} what="answer" branches={turn.answerBranches} />
              </div>
            </div>
          ))}
        </div>
      </div>
      <div className="pad-safe-bottom flex-none px-4 pt-1">
        <ActiveComposer
          turns={runTurns}
          conversationId={conversationId}
          teams={teams}
          initialTeam={initialTeam}
          onSent={(turn) => {
            setSent((before) => {
              const last = mergeTurns(latest.current, before).at(-1);
              return [...before, { turn, after: last ? answerKey(last) : null }];
            });
            scroll.toEnd();
          }}
        />
      </div>
    </RunStoresProvider>
  );
}
