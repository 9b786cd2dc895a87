import { COMPARER, CRITIC, JUDGE } from '@/lib/protocol/decision/helpers';
import { texts } from './texts';

const HELPERS: Record<string, string> = { [COMPARER]: texts.comparer, [CRITIC]: texts.critic, [JUDGE]: texts.judge };

/** A slot in words: its letter, or what it is there for where it is no agent of the team. */
export function slotName(slot: string): string {
  return HELPERS[slot] ?? slot;
}

/** The name of who is asked without being an agent of the team; `null` for an agent. */
export function helperName(slot: string): string | null {
  return HELPERS[slot] ?? null;
}
