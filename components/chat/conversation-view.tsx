'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { showBranch } from '@/lib/browser/conversation/show-branch';
import { usePresence } from '@/lib/browser/conversation/use-presence';
import { useSentTurns } from '@/lib/browser/conversation/use-sent-turns';
import { useTurns } from '@/lib/browser/conversation/use-turns';
import { answerKey, isRunTurn, type Turn, type TurnPage } from '@/lib/browser/run/turn';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { AskAgainProvider } from '../run/ask-again';
import { RunStoresProvider } from '../run/run-stores';
import { ShareButton } from '../share/share-button';
import { ActiveComposer } from './composer/active-composer';
import { ConversationTotal, type TotalUsage } from './conversation-total';
import { EarlierTurns } from './earlier-turns';
import { JumpToLatest } from './jump-to-latest';
import { type Place, PlaceControl } from './place/place-control';
import { PeopleHere } from './presence/people-here';
import { WritingLine } from './presence/writing-line';
import { TranscriptTurnView } from './transcript-turn-view';
import { TurnActionsProvider } from './turn-actions';
import { useFollowedConversation } from './use-followed-conversation';
import { useNewBranch } from './use-new-branch';
import { useTranscriptScroll } from './use-transcript-scroll';
import { useTurnActions } from './use-turn-actions';

/** Where others have gone on alone. */
const OnwardNotice = dynamic(() => import('./onward-notice').then((file) => file.OnwardNotice));

interface ConversationViewProps {
  conversationId: string;
  /** Where the composer's draft is kept. */
  draftKey: string;
  title: string;
  /** Where it lives; `null` = its reader has one place only. */
  place: Place | null;
  /** The newest turns. */
  page: TurnPage;
  sum: TotalUsage;
  teams: TeamChoice[];
  initialTeam: string;
}

/** The transcript and the composer of one conversation. */
export function ConversationView({
  conversationId,
  draftKey,
  title,
  place,
  page,
  sum,
  teams,
  initialTeam,
}: ConversationViewProps) {
  const router = useRouter();
  const { turns: stored, earlier, load, loadAll } = useTurns(conversationId, page);
  const { turns, addSent } = useSentTurns(page, stored);
  const runTurns = turns.filter(isRunTurn);
  const showElsewhere = useCallback(
    async (messageId: string) => {
      if (await showBranch(conversationId, messageId, { quietly: true })) router.refresh();
    },
    [conversationId, router],
  );
  const scroll = useTranscriptScroll({ conversationId, turns, load, onElsewhere: showElsewhere });
  useNewBranch(page.turns, scroll.toNewest);
  const known = runTurns.some((turn) => turn.run.status === 'running' || turn.run.status === 'queued');
  useFollowedConversation({ conversationId, turns, known });
  const isShown = place?.visibility === 'workspace' && !place.workspace.personal;
  const { others, onText } = usePresence(conversationId, isShown);

  function showSent(turn: Turn) {
    addSent(turn);
    scroll.follow();
  }
  const actions = useTurnActions({ conversationId, teams, initialTeam, onBranch: scroll.follow });

  return (
    <RunStoresProvider>
      <AskAgainProvider ask={actions.askAgain}>
        <TurnActionsProvider actions={actions}>
          <div
            ref={scroll.box}
            data-transcript
            tabIndex={-1}
            className="relative min-h-0 flex-1 overflow-y-auto outline-none"
          >
            <h1 className="sr-only">{title}</h1>
            <div className="px-4 pt-2">
              <div className="mx-auto flex w-full max-w-read flex-wrap items-center justify-end gap-x-2">
                <PeopleHere others={others} />
                <ConversationTotal {...sum} />
                {place && <PlaceControl conversationId={conversationId} place={place} />}
                {turns.length > 0 && (
                  <ShareButton conversationId={conversationId} leafId={turns.at(-1)?.answerMessageId ?? undefined} />
                )}
              </div>
            </div>
            <div className="flex flex-col gap-10 px-4 pt-4 pb-16">
              {earlier && <EarlierTurns load={load} loadAll={loadAll} />}
              {turns.map((turn, index) => (
                <TranscriptTurnView
                  key={answerKey(turn)}
                  conversationId={conversationId}
                  turn={turn}
                  fromEnd={turns.length - 1 - index}
                  isFirst={index === 0 && !earlier}
                />
              ))}
              {page.onward && <OnwardNotice conversationId={conversationId} onward={page.onward} />}
            </div>
            <div ref={scroll.room} aria-hidden />
          </div>
          <JumpToLatest shown={scroll.below !== 'nothing'} onJump={scroll.jump} />
          <div className="pad-safe-bottom composer-anchor flex-none px-4 pt-1">
            {isShown && <WritingLine others={others} />}
            <ActiveComposer
              onText={onText}
              turns={runTurns}
              conversationId={conversationId}
              draftKey={draftKey}
              teams={teams}
              initialTeam={initialTeam}
              onSent={showSent}
            />
          </div>
        </TurnActionsProvider>
      </AskAgainProvider>
    </RunStoresProvider>
  );
}
