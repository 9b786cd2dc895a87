'use client';
import { FlaskConical, Gauge, WifiOff } from 'lucide-react';
import type { Connection } from '@/lib/client/follow-run';
import type { RunFacts } from '@/lib/client/run-facts';
import { Chip } from '../ui/chip';
import { runStatusWord } from './run-status-word';
import { StopButtons } from './stop-buttons';
import { StripAgents } from './strip-agents';
import { StripFacts } from './strip-facts';

interface StatusStripProps {
  runId: string;
  facts: RunFacts;
  connection: Connection;
  presenting: boolean;
  /** Followed live: facts keep a line of their own, so that nothing moves when the run ends. */
  live: boolean;
}

/** The run in one line, always visible. */
export function StatusStrip({ runId, facts, connection, presenting, live }: StatusStripProps) {
  const word = runStatusWord(facts.status);
  const going = facts.status === 'running' || facts.status === 'queued';
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <StripAgents slots={facts.slots} />
      {word && <Chip tone={facts.status === 'failed' ? 'danger' : 'plain'}>{word}</Chip>}
      {facts.spent && (
        <Chip
          tone="warn"
          title="No further model request was made; what was published stands. The Cost tab has the figures."
        >
          <Gauge className="icon" aria-hidden />
          {facts.spent === 'tokens' ? 'Token limit reached' : 'Cost limit reached'}
        </Chip>
      )}
      {going && connection === 'reconnecting' && (
        <Chip tone="warn" title="The run goes on; what is missed is fetched when the server answers.">
          <WifiOff className="icon" aria-hidden />
          Reconnecting
        </Chip>
      )}
      {going && (
        <StopButtons runId={runId} canAnswerNow={facts.status === 'running' && !presenting && facts.answers > 0} />
      )}
      {live && <span className="basis-full" />}
      <StripFacts facts={facts} />
      {facts.simulated && (
        <span
          title="The demo backend works on your text without a language model. Add a provider key in Settings for real agents."
          className="flex items-center gap-1 text-muted text-xs"
        >
          <FlaskConical className="icon" aria-hidden />
          Simulation
        </span>
      )}
    </div>
  );
}
