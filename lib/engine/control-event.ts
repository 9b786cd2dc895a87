import { stopEvent } from '@/lib/protocol/decide-conclusion';
import type { AgentStopped, BoundHit, RunStopped, SteerReceived, WinnerChosen } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import { tally } from '@/lib/protocol/voting/tally';
import type { RunControl } from './run-control';

type ControlEvent = RunStopped | AgentStopped | BoundHit | SteerReceived | WinnerChosen;

/** A person's word as an event of the log, or why it means nothing in this run. */
export function controlEvent(state: RunState, control: RunControl): ControlEvent | { refused: string } {
  if ('slot' in control && control.slot !== undefined && !state.slots.some(({ slot }) => slot === control.slot)) {
    return { refused: `There is no slot ${control.slot} in this run.` };
  }
  switch (control.type) {
    case 'stop':
      return control.slot === undefined ? stopEvent(state) : { type: 'agent.stopped', slot: control.slot };
    case 'answerNow':
      return { type: 'bound.hit', bound: 'answerNow' };
    case 'steer':
      return {
        type: 'steer.received',
        ...(control.slot === undefined ? {} : { slot: control.slot }),
        text: control.text,
      };
    case 'choose':
      return answerOf(state, control.answerId)
        ? { type: 'winner.chosen', answerId: control.answerId, rule: 'human', tally: tally(state) }
        : { refused: `There is no answer ${control.answerId} in this run.` };
  }
}
