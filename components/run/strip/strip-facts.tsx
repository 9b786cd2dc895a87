import type { RunFacts } from '@/lib/browser/run/run-facts';
import { formatClock, formatCost, formatCount } from '@/lib/browser/ui/format';
import { texts } from '../texts';
import { Elapsed } from './elapsed';

/** Answers, votes, time, tokens and cost in one line. */
export function StripFacts({ facts }: { facts: RunFacts }) {
  const running = facts.status === 'running';
  const team = facts.slots.length > 1;
  return (
    <p className="tabular flex min-w-0 flex-wrap gap-x-1.5 text-muted text-xs [&>span:not(:last-child)]:after:pl-1.5 [&>span:not(:last-child)]:after:content-['·']">
      {team && <span>{texts.answers(facts.answers, running ? (facts.revised ?? 0) : 0)}</span>}
      {team && !facts.byEvidence && (
        <span>{running ? texts.votesSoFar(facts.votes, facts.voters) : texts.votes(facts.votes)}</span>
      )}
      {facts.durationMs !== null ? (
        <span>{formatClock(facts.durationMs)}</span>
      ) : (
        running && facts.startedAt && <span>{<Elapsed startedAt={facts.startedAt} />}</span>
      )}
      {facts.tokens > 0 && <span>{texts.tokens(formatCount(facts.tokens))}</span>}
      {!facts.simulated && facts.tokens > 0 && (
        <span>
          {facts.costUsd === null ? texts.priceUnknown : texts.cost(formatCost(facts.costUsd), facts.unpriced)}
        </span>
      )}
    </p>
  );
}
