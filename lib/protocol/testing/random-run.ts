import { decide } from '../decide';
import { decidesByEvidence } from '../decision/decides-by-evidence';
import { isFresh } from '../decision/fresh-calls';
import type { CallPhase } from '../event';
import { random } from '../random';
import type { Slot, Team } from '../team';
import { allSlots, slotOf } from '../update-slot';
import { currentAnswers } from '../voting/current-answers';
import { actByEvidence } from './act-by-evidence';
import { SimulatedRun } from './simulated-run';

const ERROR = { code: 'network', message: 'The connection broke.' };
const CONTROLS = 0.02;
const MOST_MOVES = 6000;

export interface RandomRun {
  run: SimulatedRun;
  /** Votes that were accepted for a text that no request of the voter contained; must stay empty. */
  unseenVotes: string[];
  moves: number;
}

/**
 * Lets agents and people do random things until the run is over: publish, repeat, vote, abstain, break the rules, fail, fall
 * silent, crash, stop, steer, choose. `turnBoundAfter` moves the turn's time is up; `null` = never.
 */
export function randomRun(team: Team, seed: number, turnBoundAfter: number | null): RandomRun {
  const next = random(seed, 'random-run');
  const run = new SimulatedRun(team, seed);
  const temper = new Map(team.agents.map(({ slot }) => [slot, next() < 0.3 ? next() : null]));
  const result: RandomRun = { run, unseenVotes: [], moves: 0 };
  while (!run.isOver) {
    result.moves += 1;
    if (result.moves > MOST_MOVES) throw new Error('The run does not end.');
    if (turnBoundAfter !== null && result.moves % turnBoundAfter === 0) {
      run.append({ type: 'bound.hit', bound: 'turnSeconds' });
    } else if (next() < CONTROLS) control(run, next);
    else if (!advance(result, next, temper)) rest(run);
    const undone = decide(run.state).filter(
      (command) =>
        !(command.type === 'startCall' && run.waiting.has(command.slot)) &&
        !(command.type === 'check' && run.checks.has(`${command.answerId} ${command.check}`)),
    );
    if (undone.length > 0) throw new Error(`decide was obeyed and still wants ${JSON.stringify(undone)}.`);
  }
  return result;
}

/** Nobody is at work but a program. */
function finishAnyCheck(run: SimulatedRun): boolean {
  if (run.checks.size === 0) return false;
  run.finishCheck('pass');
  return true;
}

/** Nobody is at work: only a person who has to choose may be waited for. */
function rest(run: SimulatedRun): void {
  const [first] = currentAnswers(run.state);
  const isAsked = run.state.slots.some((slot) => slot.state === 'waiting for you');
  if (!isAsked || !first) throw new Error(`The run stands still: ${JSON.stringify(run.events.slice(-12))}`);
  run.append({ type: 'winner.chosen', answerId: first.answerId, rule: 'human', tally: {} });
}

function control(run: SimulatedRun, next: () => number): void {
  const slot = pick(next, run.state.slots)?.slot ?? 'A';
  const answer = pick(next, run.state.answers);
  const kind = next();
  if (kind < 0.5) run.append({ type: 'steer.received', text: 'Shorter.', ...(next() < 0.5 ? { slot } : {}) });
  else if (kind < 0.65) run.crash();
  else if (kind < 0.75) run.append({ type: 'bound.hit', bound: 'answerNow' });
  else if (kind < 0.85) run.append({ type: 'agent.stopped', slot });
  else if (kind < 0.9 && answer) {
    run.append({ type: 'winner.chosen', answerId: answer.answerId, rule: 'human', tally: {} });
  } else if (kind < 0.92) run.append({ type: 'run.stopped', answerId: null, final: null });
}

function advance(result: RandomRun, next: () => number, temper: Map<Slot, number | null>): boolean {
  const { run } = result;
  if (run.checks.size > 0 && next() < 0.2) {
    run.finishCheck(pick(next, ['pass', 'fail', 'none'] as const) ?? 'none');
    return true;
  }
  const active = allSlots(run.state)
    .filter((slot) => slot.call)
    .map((slot) => slot.slot);
  const slot = pick(next, [...active, ...run.waiting.keys()]);
  if (slot === undefined) return finishAnyCheck(run);
  if (!active.includes(slot)) run.fire(slot);
  else if (!run.requests.has(run.callId(slot))) run.request(slot);
  else if (run.state.team?.coordination.contextSharing && next() < 0.2) note(run, slot, next);
  else if (next() < 0.3) run.text(slot, 'Hm. ');
  else if (next() < 0.2 && !isFresh(phaseOf(run, slot))) work(run, slot, next);
  else if (phaseOf(run, slot) === 'presentation') {
    presentation(run, slot, next);
  } else step(result, slot, temper.get(slot) ?? next(), next);
  return true;
}

function phaseOf(run: SimulatedRun, slot: Slot): CallPhase {
  return slotOf(run.state, slot)?.call?.phase ?? 'coordination';
}

/** A note to all or to one, sometimes one that breaks the rules. */
function note(run: SimulatedRun, slot: Slot, next: () => number): void {
  const to = next() < 0.5 ? {} : { to: [pick(next, run.state.slots)?.slot ?? 'A'] };
  run.note(slot, { text: next() < 0.1 ? '' : `Note ${run.events.length}`, ...to });
}

/** A tool that is not of the protocol runs, so that the step cannot be interrupted; it may be over only later. */
function work(run: SimulatedRun, slot: Slot, next: () => number): void {
  const callId = run.callId(slot);
  const open = run.state.slots
    .find((state) => state.slot === slot)
    ?.items.findLast((item) => item.kind === 'tool' && item.callId === callId && item.result === null);
  if (open?.kind === 'tool') {
    const done = { toolCallId: open.toolCallId, tool: open.tool, result: 'found', isError: false, tookMs: 1 };
    run.append({ type: 'tool.finished', slot, callId, ...done });
  } else run.append({ type: 'tool.called', slot, callId, toolCallId: `w${next()}`, tool: 'search', arguments: {} });
}

function presentation(run: SimulatedRun, slot: Slot, next: () => number): void {
  const kind = next();
  if (kind < 0.2) run.fail(slot, ERROR, next() < 0.8);
  else run.present(slot, kind < 0.4 ? ' ' : 'The final text.');
}

function step(result: RandomRun, slot: Slot, kind: number, next: () => number): void {
  const { run } = result;
  const callId = run.callId(slot);
  const usesTools = run.state.team?.agents.find((agent) => agent.slot === slot)?.canCallTools;
  const { tools, messages } = run.requests.get(callId) ?? run.request(slot);
  const usage = { inputTokens: 100, outputTokens: 20, cachedTokens: 0, reasoningTokens: 0, costUsd: 0.01 };
  run.append({ type: 'usage', slot, callId, ...usage });
  if (slotOf(run.state, slot)?.call?.callId !== callId) return;
  if (decidesByEvidence(run.state.team) && actByEvidence(run, slot, kind, next)) return;
  const shown = idsIn(JSON.stringify(messages), slot);
  const choice = pick(next, run.state.answers)?.answerId ?? 'A.1';
  const reason = 'It is right.';
  if (kind < 0.3) run.act(slot, ['new_answer', { content: `Answer ${next()} of ${slot}` }]);
  else if (kind < 0.35) run.act(slot, ['new_answer', { content: currentAnswers(run.state)[0]?.content ?? '' }]);
  else if (kind < 0.65) {
    // Others may have published since the request; a vote for what it did not contain must be refused, and under `all` any vote.
    const current = currentAnswers(run.state).map((answer) => answer.answerId);
    const needed = run.state.team?.coordination.voidVotes === 'all' ? [choice, ...current] : [choice];
    if (run.act(slot, ['vote', { answer_id: choice, reason }]) && needed.some((id) => !shown.includes(id))) {
      result.unseenVotes.push(choice);
    }
  } else if (kind < 0.68) {
    if (run.act(slot, ['vote', { answer_id: 'Z.9', reason }])) result.unseenVotes.push('Z.9');
  } else if (kind < 0.73) run.act(slot, ['abstain', { reason }]);
  else if (kind < 0.76) run.act(slot, ['vote', { answer_id: choice, reason }], ['new_answer', { content: 'x' }]);
  else if (kind < 0.79) run.act(slot, ['vote', 'not json']);
  else if (kind < 0.85) run.remind(slot, 'No tool was called.');
  else if (kind < 0.93) run.fail(slot, ERROR, true);
  else if (kind < 0.95) run.fail(slot, { code: 'auth', message: 'The key is wrong.' }, false);
  else {
    const bound = next() < 0.5 ? 'idleSeconds' : 'callSeconds';
    run.atOnce(() => {
      run.append({ type: 'bound.hit', slot, callId, bound });
      run.fail(slot, { code: 'timeout', message: 'Silence.' }, true);
    });
  }
  if (usesTools && tools.length === 0) throw new Error('A step had nothing that the agent could do.');
}

/** The answers whose text the request really contains, the slot's own ones included. */
function idsIn(request: string, slot: Slot): string[] {
  const others = [...request.matchAll(/<answer id=\\"([A-Z]\.\d+)\\"/g)].map((match) => match[1] ?? '');
  const own = [...request.matchAll(/Published as ([A-Z]\.\d+)\./g)].map((match) => match[1] ?? '');
  return [...others, ...own.filter((id) => id.startsWith(slot))];
}

function pick<T>(next: () => number, from: readonly T[]): T | undefined {
  return from[Math.floor(next() * from.length)];
}
