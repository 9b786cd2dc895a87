import type { CanUseTool, PermissionResult } from '@anthropic-ai/claude-agent-sdk';
import { uuidv7 } from 'uuidv7';
import type { ApprovalDecision } from '../backend';
import type { MessageReader } from './message-reader';
import type { StepListener } from './step-listener';

const DENIED = { behavior: 'deny' as const, message: 'The person does not allow this. Go on without it.' };

/** Has a person decide whether a tool may be used; without a step, and at the end of one, it may not. */
export async function askPerson(
  reader: MessageReader,
  listenerNow: () => StepListener | null,
  [tool, input, { toolUseID, signal, decisionReason, blockedPath }]: Parameters<CanUseTool>,
): Promise<PermissionResult> {
  const decided = Promise.withResolvers<ApprovalDecision>();
  signal.addEventListener('abort', () => decided.resolve({ allow: false }));
  await Promise.race([reader.untilKnown(toolUseID), decided.promise]);
  const listener = listenerNow();
  if (!listener) return DENIED;
  const because = blockedPath ? `It reaches outside of the working folder: ${blockedPath}` : (decisionReason ?? '');
  const request = { approvalId: uuidv7(), toolCallId: toolUseID, tool, arguments: input, because };
  listener.push({ type: 'approval', request, decide: decided.resolve });
  const decision = await decided.promise;
  return decision.allow ? { behavior: 'allow', updatedInput: decision.arguments ?? input } : DENIED;
}
