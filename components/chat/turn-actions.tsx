'use client';
import { GitBranch, RotateCw } from 'lucide-react';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { isRunTurn, type TranscriptTurn } from '@/lib/browser/run/turn';
import { problemNote, teamProblems } from '@/lib/browser/team/backend-health';
import { teamNote } from '@/lib/browser/team/team-choice';
import { useBackends } from '@/lib/browser/team/use-backends';
import { Menu } from '../ui/menu';
import { texts } from './texts';
import type { TurnActions } from './use-turn-actions';

const Actions = createContext<TurnActions | null>(null);

/** For all turns of a conversation. */
export function TurnActionsProvider({ actions, children }: { actions: TurnActions; children: ReactNode }) {
  return <Actions value={actions}>{children}</Actions>;
}

/** What can be done with a turn; `null` outside a conversation, and for a turn that the server has not given its ids yet. */
export function useActionsOf(turn: TranscriptTurn): TurnActions | null {
  const actions = useContext(Actions);
  return turn.answerMessageId === null ? null : actions;
}

const look =
  'inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-muted text-xs transition-colors duration-150 hover:bg-hover hover:text-text [@media(hover:none)]:h-11';

/** Under an answer that is over: ask again, with any team, or go back to it to take another way. */
export function AnswerActions({ turn, isLast }: { turn: TranscriptTurn; isLast: boolean }) {
  const actions = useActionsOf(turn);
  const [approached, setApproached] = useState(false);
  const backends = useBackends(approached) ?? [];
  if (!actions || (isRunTurn(turn) && turn.run.result === null)) return null;
  const { teams, initialTeam } = actions;
  // What says why it failed offers to ask the same team again.
  const isFailed = isRunTurn(turn) && turn.run.status === 'failed';
  const offered = isFailed ? teams.filter(({ id }) => id !== initialTeam) : teams;
  // In an order that does not depend on who can answer: that may be known only when the list is open, and a choice asks at once.
  const sameFirst = offered.toSorted((a, b) => Number(b.id === initialTeam) - Number(a.id === initialTeam));
  return (
    <div className="-ml-2 flex items-center">
      {offered.length > 0 && (
        <Menu
          align="start"
          onApproach={() => setApproached(true)}
          title={texts.askAgainNote}
          triggerClass={look}
          trigger={
            <>
              <RotateCw className="icon" aria-hidden />
              {isFailed ? texts.askAnotherTeam : texts.askAgain}
            </>
          }
          items={sameFirst.map((team) => ({
            label: team.name,
            note: [teamNote(team), problemNote(teamProblems(team, backends))].filter(Boolean).join(' · '),
            onSelect: () => void actions.askAgain(turn, team.id),
          }))}
        />
      )}
      {!isLast && (
        <button type="button" title={texts.branchNote} className={look} onClick={() => void actions.branchFrom(turn)}>
          <GitBranch className="icon" aria-hidden />
          {texts.branch}
        </button>
      )}
    </div>
  );
}
