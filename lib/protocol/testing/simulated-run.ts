import { agentStateFor } from '../agent-state-for';
import { BOARD_SERVER } from '../board-tools';
import { estimatedUsage } from '../budget';
import type { Command } from '../command';
import { ATTEMPTS_PER_CALL } from '../constants';
import { decide } from '../decide';
import type { CheckOutcome } from '../decision/checks/check';
import { isFresh } from '../decision/fresh-calls';
import type { DraftEvent, EventError, RunEvent } from '../event';
import { evolve } from '../evolve';
import { initialState } from '../initial-state';
import { judgeNote } from '../judge-note';
import { judgeStep } from '../judge-step';
import { boardTools } from '../prompt/board-tool-definitions';
import { buildRequest, type ModelRequest } from '../prompt/build-request';
import type { RunState } from '../state';
import type { Slot, Team } from '../team';
import { undelivered } from '../undelivered';
import { allSlots, slotOf } from '../update-slot';

/**
 * A driver without models, clocks or storage: the duties of a driver in the order in which they fall due. Tests say what the
 * agents and people do; what follows is the protocol's.
 */
export class SimulatedRun {
  readonly events: RunEvent[] = [];
  state: RunState = initialState('run');
  /** Starts that wait for their back-off. */
  waiting = new Map<Slot, Extract<Command, { type: 'startCall' }>>();
  /** Checks that a program is to perform, by answer and name. */
  readonly checks = new Map<string, Extract<Command, { type: 'check' }>>();
  /** The request in flight of each call. */
  requests = new Map<string, ModelRequest>();
  /** Every request that was ever made, in order. */
  readonly requested: ModelRequest[] = [];
  callsStarted = 0;
  #depth = 0;
  #ids = 0;

  constructor(team: Team, seed = 1) {
    this.append({ type: 'run.started', team, input: 'The question', seed });
  }

  get isOver(): boolean {
    return this.state.phase === 'over';
  }

  append(draft: DraftEvent): void {
    if (this.isOver) return;
    this.#write(draft);
    this.#settle();
  }

  /** Several events as one: what follows is decided behind the last one. */
  atOnce(write: () => void): void {
    this.#depth += 1;
    write();
    this.#depth -= 1;
    this.#settle();
  }

  /** The back-off of the slot is over. */
  fire(slot: Slot): void {
    const command = this.waiting.get(slot);
    this.waiting.delete(slot);
    if (command) {
      this.atOnce(() => this.#begin(command));
    }
  }

  /** The slot's next model request: receipt first, then rendered from the state. */
  request(slot: Slot): ModelRequest {
    this.#deliver(slot);
    const phase = slotOf(this.state, slot)?.call?.phase ?? 'coordination';
    const board = phase === 'presentation' || isFresh(phase) ? [] : boardTools(this.state, slot);
    const offered = board.map((definition) => ({ server: BOARD_SERVER, tool: definition.name, definition }));
    const request = buildRequest(this.state, slot, [], undefined, offered);
    this.requests.set(this.callId(slot), request);
    this.requested.push(request);
    return request;
  }

  text(slot: Slot, text: string): void {
    this.append({ type: 'agent.delta', slot, callId: this.callId(slot), kind: 'text', text });
  }

  /** The step of the slot ends with these workflow tool calls. Returns whether the action was accepted. */
  act(slot: Slot, ...calls: [tool: string, args: unknown][]): boolean {
    const callId = this.callId(slot);
    const actions = calls.map(([tool, args]) => ({ toolCallId: `t${++this.#ids}`, tool, arguments: args }));
    let accepted = false;
    this.requests.delete(callId);
    this.atOnce(() => {
      for (const action of actions) this.append({ type: 'tool.called', slot, callId, ...action });
      const judgement = judgeStep(this.state, slot, actions);
      accepted = judgement.accepted;
      for (const event of judgement.events) this.append(event);
      for (const { toolCallId, result, isError } of judgement.results) {
        const tool = actions.find((action) => action.toolCallId === toolCallId)?.tool ?? '';
        this.append({ type: 'tool.finished', slot, callId, toolCallId, tool, result, isError, tookMs: 0 });
      }
      if (accepted) return this.append({ type: 'agent.finished', slot, callId, outcome: 'acted' });
      if (judgement.delivered) {
        this.append({ type: 'context.delivered', slot, callId, ...judgement.delivered, tookMs: 0 });
      }
      this.remind(slot, judgement.because);
    });
    return accepted;
  }

  /** Calls `post_note`. Returns whether the note was posted. */
  note(slot: Slot, args: unknown): boolean {
    const verdict = judgeNote(this.state, slot, this.callId(slot), args);
    if ('event' in verdict) this.append(verdict.event);
    return 'event' in verdict;
  }

  /** A reply without a valid action (P14). */
  remind(slot: Slot, because: string): void {
    this.requests.delete(this.callId(slot));
    const attempt = (slotOf(this.state, slot)?.call?.attempts ?? 0) + 1;
    if (attempt < ATTEMPTS_PER_CALL) {
      this.append({ type: 'agent.reminded', slot, callId: this.callId(slot), attempt, because });
    } else this.fail(slot, { code: 'no_action', message: because }, true);
  }

  fail(slot: Slot, error: EventError, retryable: boolean): void {
    const callId = this.callId(slot);
    this.atOnce(() => {
      this.#meter(slot);
      this.append({ type: 'agent.failed', slot, callId, error, retryable });
    });
  }

  /** A check that a program performs, by default the one that waits longest, comes to its end. */
  finishCheck(outcome: CheckOutcome, because = 'Because.', wanted = [...this.checks.keys()][0] ?? ''): void {
    const check = this.checks.get(wanted);
    if (!check) throw new Error(`Nothing is checked under “${wanted}”.`);
    this.checks.delete(wanted);
    if (this.state.phase !== 'coordinating') return;
    this.append({ type: 'check.finished', answerId: check.answerId, check: check.check, outcome, because });
  }

  /** The presentation of the slot writes this and ends. */
  present(slot: Slot, text: string): void {
    const callId = this.callId(slot);
    this.append({ type: 'final.started', slot, callId });
    if (text) this.append({ type: 'final.delta', slot, callId, text });
    this.append({ type: 'agent.finished', slot, callId, outcome: 'presented' });
  }

  /** The process dies and another one goes on from the log. */
  crash(): void {
    this.waiting.clear();
    this.checks.clear();
    const abandonedCalls = allSlots(this.state).flatMap(({ call }) => (call ? [call.callId] : []));
    this.append({ type: 'run.resumed', abandonedCalls });
  }

  callId(slot: Slot): string {
    const callId = slotOf(this.state, slot)?.call?.callId;
    if (callId === undefined) throw new Error(`Slot ${slot} has no active call.`);
    return callId;
  }

  #settle(): void {
    if (this.#depth > 0) return;
    this.#depth += 1;
    for (let rounds = 0; this.#obey(decide(this.state)); rounds += 1) {
      if (rounds > 200) throw new Error('decide never comes to rest.');
    }
    this.#depth -= 1;
  }

  #obey(commands: Command[]): boolean {
    const before = this.state.seq;
    const starts = commands.filter((command) => command.type === 'startCall');
    for (const slot of this.waiting.keys()) {
      if (!starts.some((start) => start.slot === slot)) this.waiting.delete(slot);
    }
    for (const command of commands) {
      if (command.type === 'append') this.append(command.event);
      else if (command.type === 'startCall') {
        if (command.afterMs > 0) this.waiting.set(command.slot, command);
        else this.#begin(command);
      } else if (command.type === 'check') {
        this.checks.set(`${command.answerId} ${command.check}`, command);
      } else {
        const { slot, callId, outcome } = command;
        this.#meter(slot);
        this.append({ type: 'agent.finished', slot, callId, outcome });
      }
    }
    return this.state.seq !== before;
  }

  /** What an unfinished request has used. */
  #meter(slot: Slot): void {
    const usage = estimatedUsage(this.state, slot, 0);
    if (usage) this.append(usage);
  }

  #begin({ slot, phase, lines, check, as }: Extract<Command, { type: 'startCall' }>): void {
    this.callsStarted += 1;
    const about = { ...(lines && { lines }), ...(check !== undefined && { check }), ...(as !== undefined && { as }) };
    this.append({ type: 'agent.started', slot, callId: `c${++this.#ids}`, phase, ...about });
    this.#deliver(slot);
  }

  #deliver(slot: Slot): void {
    const { answerIds, steerSeqs, noteIds, checked } = undelivered(this.state, slot);
    if (answerIds.length + steerSeqs.length + noteIds.length === 0 && !checked) return;
    const notes = { ...(noteIds.length > 0 && { noteIds }), ...(checked && { checked }) };
    this.append({
      type: 'context.delivered',
      slot,
      callId: this.callId(slot),
      answerIds,
      steerSeqs,
      ...notes,
      tookMs: 0,
    });
  }

  #write(draft: DraftEvent): void {
    const seq = this.events.length + 1;
    const at = new Date(seq * 1000).toISOString();
    const event: RunEvent = { seq, at, runId: 'run', ...draft };
    this.events.push(event);
    this.state = evolve(this.state, event);
    const word = agentStateFor(this.state, draft);
    if (word) this.#write(word);
  }
}
