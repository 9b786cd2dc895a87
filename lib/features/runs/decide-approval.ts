import 'server-only';
import type { RunControl } from '@/lib/engine/run/run-control';
import type { Actor } from '@/lib/platform/auth/actor';
import { controlRun } from './control-run';
import { requireDecider } from './require-decider';

type Decision = Omit<Extract<RunControl, { type: 'decideApproval' }>, 'type' | 'controlId'>;

/**
 * Allows or denies a tool call that waits for a person. Throws as `requireDecider` and `controlRun`, and `invalid` for arguments that the
 * tool does not take.
 */
export async function decideApproval(actor: Actor, runId: string, decision: Decision): Promise<void> {
  await requireDecider(actor, runId);
  await controlRun(actor, runId, { type: 'decideApproval', ...decision });
}
