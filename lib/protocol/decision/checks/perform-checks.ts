import type { Command } from '../../command';
import type { RunState } from '../../state';
import type { AnswerId, Slot } from '../../team';
import { CRITIC, cheapestMember } from '../helpers';
import { checksOf } from './checks-of';

interface Wanted {
  check: string;
  answerId: AnswerId;
}

/** What has to be checked now: what a program does at once and side by side, what the critic reads one after the other. */
export function performChecks(
  state: RunState,
  wanted: Wanted[],
  ask: (call: { slot: Slot; phase: 'check'; lines: AnswerId[]; check: string; as: Slot }) => Command[],
): Command[] {
  const critics = new Set(checksOf(state.team).flatMap(({ kind, name }) => (kind === 'critic' ? [name] : [])));
  const byProgram = wanted.filter(({ check }) => !critics.has(check));
  const next = wanted.find(({ check }) => critics.has(check));
  const as = next && criticFor(state, next.answerId);
  return [
    ...byProgram.map((each): Command => ({ type: 'check', ...each })),
    ...(next && as ? ask({ slot: CRITIC, phase: 'check', lines: [next.answerId], check: next.check, as }) : []),
  ];
}

/** Whose model criticises: not the author's own where there is another, the cheapest of those. */
function criticFor(state: RunState, answerId: AnswerId): Slot | null {
  const author = answerId.slice(0, answerId.lastIndexOf('.'));
  return cheapestMember(state, author) ?? cheapestMember(state);
}
