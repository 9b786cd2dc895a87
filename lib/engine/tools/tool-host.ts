import { isBudgetSpent } from '@/lib/protocol/budget';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { ElicitationReply, Invocation, ServersQuestion, ToolHost } from '../tool-source';
import { askServersQuestion } from './ask-servers-question';
import { canSample, sampleModel } from './sample-model';
import { tellMissing } from './tell-missing';
import { PROGRESS_MS } from './tool-settings';

const NOT_ALLOWED = 'The person does not allow this.';
const NO_MODEL = 'The model of this agent cannot be asked beside its own conversation.';
const SPENT = 'The budget of this run is used up.';
const NO_ANSWER = 'The model gave no answer.';

/**
 * What the running tool of an invocation may do. What it does behind the call's end comes to nothing.
 * @param waits is told when a person is asked, and when they have decided
 */
export function createToolHost(
  host: CallHost,
  call: ActiveCall,
  invocation: Invocation,
  waits?: (isWaiting: boolean) => void,
): ToolHost {
  const { slot, callId } = call;
  const { toolCallId, scope } = invocation;
  const { signal } = call.controller;
  const ask = (question: ServersQuestion & Parameters<typeof askServersQuestion>[3], withdrawn: AbortSignal) =>
    askServersQuestion(host, call, invocation, question, { withdrawn, waits: asking });
  let open = 0;
  // Of several questions at once the first and the last count.
  function asking(isWaiting: boolean): void {
    open += isWaiting ? 1 : -1;
    if (open === (isWaiting ? 1 : 0)) waits?.(isWaiting);
  }
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    report(text) {
      const now = performance.now();
      if (signal.aborted || now - toldAt < PROGRESS_MS) return;
      toldAt = now;
      host.append({ type: 'tool.progress', slot, callId, toolCallId, text });
    },
    lacks(missing) {
      if (!signal.aborted) tellMissing(host, call, missing);
    },
    async ask(question, withdrawn): Promise<ElicitationReply> {
      const said = await ask({ ...question, kind: 'elicitation' }, withdrawn);
      if (said.allow) return { action: 'accept', content: said.content ?? {} };
      return { action: said.cancelled ? 'cancel' : 'decline' };
    },
    async sample(question, withdrawn) {
      // Nobody is bothered with what cannot be.
      if (!canSample(host, scope.agent)) return { refused: NO_MODEL };
      const said = await ask({ ...question, kind: 'sampling' }, withdrawn);
      if (!said.allow) return { refused: NOT_ALLOWED };
      if (isBudgetSpent(host.state)) return { refused: SPENT };
      const text = await sampleModel(host, call, scope.agent, { ...question.sampling, ...said.content });
      return text === null ? { refused: NO_ANSWER } : { text, model: scope.agent.backend.model };
    },
    async blob(content) {
      const { hash, bytes, stored } = host.tools.blobs.keep(Buffer.from(content));
      await stored;
      return { hash, bytes };
    },
  };
}
