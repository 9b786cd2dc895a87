import { agentStateFor } from '@/lib/protocol/agent-state-for';
import { hasBudget, isBudgetSpent, newlySpent } from '@/lib/protocol/budget';
import type { RunFold } from '@/lib/protocol/run-fold';
import { captureOn } from '../call/capture-on';
import type { RunContexts } from '../context-source';
import { RunLog } from './run-log';

interface Follower {
  readonly contexts: RunContexts | null;
  /** Streamed text may have used up the run's budget, or overruns it: only then has the protocol to be asked because of text. */
  onBudget(): void;
}

/** A log that goes on behind what `fold` holds and keeps folding into it. */
export function foldingLog(fold: RunFold, follower: Follower): RunLog {
  const { runId, seq } = fold.state;
  const log = new RunLog(runId, seq, {
    onEvent(event) {
      fold.add(event);
      if (follower.contexts) captureOn(follower.contexts, fold.state, event);
      const isText = event.type === 'agent.delta' || event.type === 'final.delta';
      if (isText && concernsBudget(fold)) follower.onBudget();
      const word = agentStateFor(fold.state, event);
      if (word) log.append(word);
    },
    onMoreText(seq, at, piece) {
      fold.addPiece(seq, at, piece);
      if (concernsBudget(fold)) follower.onBudget();
    },
  });
  return log;
}

function concernsBudget(fold: RunFold): boolean {
  const { team, phase } = fold.withoutPieces;
  if (phase === 'over' || !hasBudget(team)) return false;
  return newlySpent(fold.state).length > 0 || isBudgetSpent(fold.state);
}
