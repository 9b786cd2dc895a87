'use client';
import { ThumbsUp } from 'lucide-react';
import { currentAnswers } from '@/lib/browser/run/current-answers';
import { ruleSentence, winWords } from '@/lib/browser/run/decision-words';
import { runControls } from '@/lib/browser/run/run-controls';
import type { RunState } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/empty-state';
import { ScrollBox } from '../../ui/scroll-box';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './texts';
import { VoteCell } from './vote-cell';

/** Voter × answer, with the reason in the cell; void votes stay, greyed, with their because. */
export function VotesPanel({ run }: { run: RunState }) {
  const current = new Set(currentAnswers(run).map((answer) => answer.answerId));
  const voted = new Set(run.votes.map((vote) => vote.answerId));
  const abstained = run.votes.some((vote) => vote.answerId === null);
  const rule = run.winner?.rule ?? run.team?.coordination.voteRule ?? 'plurality';
  const tally = (answerId: string) =>
    run.winner?.tally[answerId] ??
    run.votes.filter((vote) => vote.voidBecause === null && vote.answerId === answerId).length;
  const won = (answerId: string) => Number(run.winner?.answerId === answerId);
  // The winner first, what was replaced last: on a phone only the first columns are in sight.
  const columns = run.answers
    .filter((answer) => current.has(answer.answerId) || voted.has(answer.answerId))
    .sort(
      (a, b) =>
        won(b.answerId) - won(a.answerId) ||
        tally(b.answerId) - tally(a.answerId) ||
        Number(current.has(b.answerId)) - Number(current.has(a.answerId)),
    );
  if (columns.length === 0) return <EmptyState title={texts.noVotesYet} />;

  return (
    <div className="mx-auto flex max-w-wide flex-col gap-3">
      <p className="text-muted text-sm">
        {ruleSentence(rule)}
        {run.winner && ` ${texts.won(run.winner.answerId, winWords(run.winner))}`}
        {run.winner?.rule.endsWith('run-off') && ` ${texts.runOffDecided}`}
      </p>
      <ScrollBox label={texts.whoVoted} className="rounded-card border border-line bg-raised">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="bg-sunken">
              <th scope="col" className="px-3.5 py-2 text-left font-medium text-muted text-xs">
                {texts.voter}
              </th>
              {columns.map(({ answerId }) => (
                <th key={answerId} scope="col" className="min-w-44 px-3.5 py-2 text-left font-medium">
                  <span className={cx('tabular', !current.has(answerId) && 'text-muted')}>{answerId}</span>
                  {!current.has(answerId) && (
                    <span className="ml-1.5 font-normal text-muted text-xs">{texts.replaced}</span>
                  )}
                  {run.winner?.answerId === answerId && (
                    <span className="ml-1.5 font-normal text-accent text-xs">{texts.winner}</span>
                  )}
                </th>
              ))}
              {abstained && (
                <th scope="col" className="min-w-36 px-3.5 py-2 text-left font-medium text-muted">
                  {texts.abstained}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {run.slots.map(({ slot }) => (
              <tr key={slot} className="border-line border-t">
                <th scope="row" className="px-3.5 py-2.5 text-left align-top">
                  <AgentLetter slot={slot} />
                </th>
                {columns.map(({ answerId }) => (
                  <VoteCell
                    key={answerId}
                    votes={run.votes.filter((vote) => vote.slot === slot && vote.answerId === answerId)}
                  />
                ))}
                {abstained && (
                  <VoteCell votes={run.votes.filter((vote) => vote.slot === slot && vote.answerId === null)} />
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-line border-t bg-sunken">
              <th scope="row" className="px-3.5 py-2 text-left whitespace-nowrap font-medium text-muted text-xs">
                {texts.validVotes}
              </th>
              {columns.map(({ answerId }) => (
                <td key={answerId} className="tabular px-3.5 py-2 font-medium">
                  <span className="inline-flex items-center gap-2">
                    {tally(answerId)}
                    {run.status === 'running' && current.has(answerId) && (
                      <Button
                        look="quiet"
                        size="sm"
                        aria-label={texts.choose(answerId)}
                        title={texts.chooseTitle(answerId)}
                        onClick={() => runControls.choose(run.runId, answerId)}
                      >
                        <ThumbsUp className="icon" aria-hidden />
                        {texts.use}
                      </Button>
                    )}
                  </span>
                </td>
              ))}
              {abstained && <td />}
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  );
}
