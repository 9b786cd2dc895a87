'use client';
import { FlaskConical, Gauge, WifiOff } from 'lucide-react';
import type { Connection } from '@/lib/browser/run/follow-run';
import type { RunFacts } from '@/lib/browser/run/run-facts';
import { Chip } from '../../ui/chip';
import { runStatusWord } from '../run-status-word';
import { texts } from '../texts';
import { StopButtons } from './stop-buttons';
import { StripAgents } from './strip-agents';
import { StripFacts } from './strip-facts';

interface StatusStripProps {
  runId: string;
  facts: RunFacts;
  connection: Connection;
  /** Why the answer cannot be asked for now; `null` = it can. */
  answerNowProblem: string | null;
  /** Followed live: facts keep a line of their own, so that nothing moves when the run ends. */
  live: boolean;
}

/** The run in one line, always visible. */
export function StatusStrip({ runId, facts, connection, answerNowProblem, live }: StatusStripProps) {
  const word = runStatusWord(facts.status);
  const going = facts.status === 'running' || facts.status === 'queued';
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      {facts.slots.length > 0 && <StripAgents slots={facts.slots} />}
      {word && <Chip tone={facts.status === 'failed' ? 'danger' : 'plain'}>{word}</Chip>}
      {facts.spent && (
        <Chip tone="warn" title={texts.limitReachedTitle}>
          <Gauge className="icon" aria-hidden />
          {facts.spent === 'tokens' ? texts.tokenLimit : texts.costLimit}
        </Chip>
      )}
      {going && connection === 'reconnecting' && (
        <Chip tone="warn" title={texts.reconnectingTitle}>
          <WifiOff className="icon" aria-hidden />
          {texts.reconnecting}
        </Chip>
      )}
      {going && <StopButtons runId={runId} answerNowProblem={answerNowProblem} />}
      {live && <span className="basis-full" />}
      <StripFacts facts={facts} />
      {facts.simulated && (
        <span title={texts.simulationTitle} className="flex items-center gap-1 text-muted text-xs">
          <FlaskConical className="icon" aria-hidden />
          {texts.simulation}
        </span>
      )}
    </div>
  );
}
