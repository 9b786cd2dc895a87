import { Semaphore } from '@/lib/platform/async/semaphore';
import type { Command } from '@/lib/protocol/command';
import type { Check, CheckFinding } from '@/lib/protocol/decision/checks/check';
import { isByTool } from '@/lib/protocol/decision/checks/checking-agent';
import { checksOf } from '@/lib/protocol/decision/checks/checks-of';
import type { CheckFinished } from '@/lib/protocol/decision/decision-event';
import type { AnswerId } from '@/lib/protocol/team';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import type { CallHost } from '../call/active-call';
import { PARALLEL_TOOLS } from '../tools/tool-settings';
import { performCheck } from './perform-check';
import { performProgramCheck } from './perform-program-check';
import { performToolCheck } from './perform-tool-check';

type Host = Pick<CallHost, 'append' | 'state' | 'deps' | 'runId' | 'run' | 'tools'>;
type PerformedCheck = Exclude<Check, { kind: 'critic' }>;
type CheckCommand = Extract<Command, { type: 'check' }>;

const BROKE_OFF: CheckFinding = { outcome: 'none', because: 'The check broke off.' };

/** The checks of a run that programs and tools perform. What ended stands in the log; after a crash only what had not is performed again. */
export class RunChecks {
  readonly #host: Host;
  readonly #underWay = new Set<string>();
  readonly #places = new Semaphore(PARALLEL_TOOLS);
  readonly #ending = new AbortController();
  /** Whether somebody may listen to `#ending`: telling nobody costs a tenth of a millisecond at the end of every run. */
  #hasBegun = false;
  #hasEnded = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Once, however often it is wanted until it has ended. */
  begin({ answerId, check: name }: CheckCommand): void {
    const key = `${answerId} ${name}`;
    const { state } = this.#host;
    const check = checksOf(state.team).find((each) => each.name === name);
    const answer = answerOf(state, answerId);
    if (!check || check.kind === 'critic' || !answer || this.#underWay.has(key) || this.#hasEnded) return;
    this.#underWay.add(key);
    this.#hasBegun = true;
    void this.#perform(check, answerId, answer.content);
  }

  /** Nobody wants to know any more: tools are told so. */
  end(): void {
    if (this.#hasBegun && !this.#hasEnded) this.#ending.abort(new Error('Nothing is checked any more.'));
    this.#hasEnded = true;
  }

  async #perform(check: PerformedCheck, answerId: AnswerId, content: string): Promise<void> {
    const { deps, runId } = this.#host;
    const failed = `The check “${check.name}” of ${answerId} in the run ${runId} failed.`;
    try {
      const finding = await this.#find(check, { id: answerId, content }).catch((error: unknown) => {
        if (!this.#ending.signal.aborted) deps.report(error, failed);
        return BROKE_OFF;
      });
      this.#end({ type: 'check.finished', answerId, check: check.name, ...finding });
    } catch (error) {
      deps.report(error, failed);
    }
  }

  #find(check: PerformedCheck, answer: { id: AnswerId; content: string }): Promise<CheckFinding> {
    const { signal } = this.#ending;
    const { content } = answer;
    if (check.kind === 'command' || check.kind === 'code')
      return performProgramCheck(this.#host, check, answer, signal);
    if (!isByTool(check)) return performCheck(check, content);
    return this.#places.run(async () =>
      signal.aborted ? BROKE_OFF : performToolCheck(this.#host, check, content, signal),
    );
  }

  #end(event: CheckFinished): void {
    this.#underWay.delete(`${event.answerId} ${event.check}`);
    // Behind the winner it changes nothing, and the report is made of what decided.
    if (this.#host.state.phase === 'coordinating') this.#host.append(event);
  }
}
