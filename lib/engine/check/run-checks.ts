import type { Command } from '@/lib/protocol/command';
import type { CheckFinding } from '@/lib/protocol/decision/checks/check';
import { checksOf } from '@/lib/protocol/decision/checks/checks-of';
import type { CheckFinished } from '@/lib/protocol/decision/decision-event';
import type { AnswerId } from '@/lib/protocol/team';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import type { CallHost } from '../call/active-call';
import { type ProgramCheck, performCheck } from './perform-check';

type Host = Pick<CallHost, 'append' | 'state' | 'deps' | 'runId'>;
type CheckCommand = Extract<Command, { type: 'check' }>;

const BROKE_OFF: CheckFinding = { outcome: 'none', because: 'The check broke off.' };

/** The checks of a run that programs perform. What ended stands in the log; after a crash only what had not is performed again. */
export class RunChecks {
  readonly #host: Host;
  readonly #underWay = new Set<string>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Once, however often it is wanted until it has ended. */
  begin({ answerId, check: name }: CheckCommand): void {
    const key = `${answerId} ${name}`;
    const { state } = this.#host;
    const check = checksOf(state.team).find((each) => each.name === name);
    const answer = answerOf(state, answerId);
    if (!check || check.kind === 'critic' || !answer || this.#underWay.has(key)) return;
    this.#underWay.add(key);
    void this.#perform(check, answerId, answer.content);
  }

  async #perform(check: ProgramCheck, answerId: AnswerId, content: string): Promise<void> {
    const { deps, runId } = this.#host;
    const failed = `The check “${check.name}” of ${answerId} in the run ${runId} failed.`;
    try {
      const finding = await performCheck(check, content).catch((error: unknown) => {
        deps.report(error, failed);
        return BROKE_OFF;
      });
      this.#end({ type: 'check.finished', answerId, check: check.name, ...finding });
    } catch (error) {
      deps.report(error, failed);
    }
  }

  #end(event: CheckFinished): void {
    this.#underWay.delete(`${event.answerId} ${event.check}`);
    // Behind the winner it changes nothing, and the report is made of what decided.
    if (this.#host.state.phase === 'coordinating') this.#host.append(event);
  }
}
