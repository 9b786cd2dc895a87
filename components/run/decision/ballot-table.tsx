'use client';
import type { DecisionFacts } from '@/lib/browser/run/decision-facts';
import { PlainText } from '../../ui/plain-text';
import { ScrollBox } from '../../ui/scroll-box';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './evidence-texts';

/** Who gave which answer how much, 0–10, and why. Nobody saw whose answers they were, nor their own. */
export function BallotTable({ facts: { scored, ballots } }: { facts: DecisionFacts }) {
  return (
    <ScrollBox label={texts.scores} className="rounded-card border border-line bg-raised">
      <table aria-label={texts.scores} className="w-full border-collapse text-sm">
        <thead>
          <tr className="bg-sunken text-left text-muted text-xs">
            <th scope="col" className="px-3.5 py-2 font-medium">
              {texts.scoredBy}
            </th>
            {scored.map((answerId) => (
              <th key={answerId} scope="col" className="tabular px-3.5 py-2 font-medium">
                {answerId}
              </th>
            ))}
            <th scope="col" className="min-w-44 px-3.5 py-2 font-medium">
              {texts.why}
            </th>
          </tr>
        </thead>
        <tbody>
          {ballots.map(({ slot, scores, reason }) => (
            <tr key={slot} className="border-line border-t align-top">
              <th scope="row" className="px-3.5 py-2.5 text-left">
                <AgentLetter slot={slot} />
              </th>
              {scored.map((answerId) => (
                <td key={answerId} className="tabular px-3.5 py-2.5">
                  {scores[answerId] ?? <span className="text-muted">{texts.notShown}</span>}
                </td>
              ))}
              <td dir="auto" className="px-3.5 py-2.5">
                {Object.keys(scores).length === 0 && <span className="text-muted">{texts.abstained} </span>}
                <PlainText text={reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
