/** Who is asked without being a slot of the team. */
import type { RunState } from '../state';
import type { BackendChoice, JudgeChoice, Slot, TeamAgent } from '../team';
import { slotOf } from '../update-slot';

export const COMPARER: Slot = '_compare';
export const CRITIC: Slot = '_critic';
export const JUDGE: Slot = '_judge';

export function isHelper(slot: Slot): boolean {
  return slot === COMPARER || slot === CRITIC || slot === JUDGE;
}

/** Which slot judges. */
export function judgeSlot(judge: JudgeChoice): Slot {
  return 'slot' in judge ? judge.slot : JUDGE;
}

/** Who answers for the slot now: a member, or what a helper uses. `undefined` when there is none. */
export function agentOf(state: RunState, slot: Slot): TeamAgent | undefined {
  const { team } = state;
  const member = team?.agents.find((agent) => agent.slot === slot);
  if (member || !team || !isHelper(slot)) return member;
  const helper = slotOf(state, slot);
  const { judge } = team.coordination;
  const source =
    slot === JUDGE ? judge && 'backend' in judge && judge : team.agents.find((agent) => agent.slot === helper?.as);
  if (!source) return undefined;
  return helperAgent(slot, source.backend, helper?.canCallTools ?? source.canCallTools);
}

const NAMES: Record<Slot, string> = { [COMPARER]: 'Comparison', [CRITIC]: 'Critic', [JUDGE]: 'Judge' };

function helperAgent(slot: Slot, backend: BackendChoice, canCallTools: boolean): TeamAgent {
  return { slot, name: NAMES[slot] ?? slot, backend, systemMessage: null, mcpServers: [], weight: 1, canCallTools };
}

/** The member whose model helps: the cheapest that can be asked afresh, but for one; `null` = none can. */
export function cheapestMember(state: RunState, besides?: Slot): Slot | null {
  const able = (state.team?.agents ?? []).filter(({ slot, keepsConversation }) => {
    const out = slotOf(state, slot)?.out;
    return slot !== besides && !keepsConversation && out !== 'quarantined' && out !== 'stopped';
  });
  const [cheapest] = able.toSorted((a, b) => priceOf(a.backend) - priceOf(b.backend));
  return cheapest?.slot ?? null;
}

/** Of a million tokens in and one out; a model whose price is not known comes last. */
function priceOf({ price }: BackendChoice): number {
  return price ? price.input + price.output : Number.MAX_VALUE;
}
