import type { Query } from '@anthropic-ai/claude-agent-sdk';

/**
 * Interrupts a process. True = nothing is left to be done. The turn's result alone does not say so: the interrupt may still be on its way,
 * and would then end the next turn, or it may have come before the question was taken up, which would still be worked on.
 */
export async function interruptQuery(query: Query): Promise<boolean> {
  // Fails when the process has just ended.
  const receipt = await query.interrupt().catch(() => null);
  return receipt?.still_queued.length === 0;
}
