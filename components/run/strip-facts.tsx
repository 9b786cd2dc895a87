import { formatClock, formatCost, formatCount, plural } from '@/lib/client/format';
import type { RunFacts } from '@/lib/client/run-facts';
import { Elapsed } from './elapsed';

/** Answers, votes, time, tokens and cost in one line. */
export function StripFacts({ facts }: { facts: RunFacts }) {
  const running = facts.status === 'running';
  const team = facts.voters > 1;
  return (
    <p className="tabular flex min-w-0 flex-wrap gap-x-1.5 text-muted text-xs [&>span:not(:last-child)]:after:pl-1.5 [&>span:not(:last-child)]:after:content-['·']">
      {team && (
        <span>
          {plural(facts.answers, 'answer')}
          {facts.revised ? `, ${facts.revised} revised` : ''}
        </span>
      )}
      {team && (
        <span>{running ? `${facts.votes} of ${plural(facts.voters, 'vote')}` : plural(facts.votes, 'vote')}</span>
      )}
      {facts.durationMs !== null ? (
        <span>{formatClock(facts.durationMs)}</span>
      ) : (
        running && facts.startedAt && <span>{<Elapsed startedAt={facts.startedAt} />}</span>
      )}
      {facts.tokens > 0 && <span>{formatCount(facts.tokens)} tokens</span>}
      {!facts.simulated && facts.tokens > 0 && (
        <span>
          {facts.costUsd === null
            ? 'price unknown'
            : `${formatCost(facts.costUsd)}${facts.unpriced ? ' + unknown' : ''}`}
        </span>
      )}
    </p>
  );
}
