import type { AgentEvent, ToolAnswer } from '../backend';
import type { WorkflowUse } from './workflow-names';

const INTERRUPTED: ToolAnswer = { text: 'It was interrupted before this was done.', isError: true };

/** Calls of tools that the engine runs: each is run once, whether the process asks for it or the end of its message comes first. */
export class OfferedCalls {
  readonly #calls = new Map<string, { answer: Promise<ToolAnswer>; settle(answer: ToolAnswer): void }>();

  /** Has the call run, or gets the answer that it has had. */
  run(use: WorkflowUse, push: (event: AgentEvent) => void): Promise<ToolAnswer> {
    const known = this.#calls.get(use.toolCallId);
    if (known) return known.answer;
    const { promise: answer, resolve: settle } = Promise.withResolvers<ToolAnswer>();
    this.#calls.set(use.toolCallId, { answer, settle });
    push({ type: 'offeredTool', ...use, answer: settle });
    return answer;
  }

  /** Nobody answers any more: what waits is told so, and the turn's calls are forgotten. */
  end(): void {
    for (const { settle } of this.#calls.values()) settle(INTERRUPTED);
    this.#calls.clear();
  }
}
