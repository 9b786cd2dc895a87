import type { SlotItem } from './state';

/** What agent and person are told of a tool that had begun to change things when its call, or its process, ended (P22). */
export const OUTCOME_UNKNOWN =
  'Interrupted, outcome unknown: this had begun and may have taken effect, wholly or in part. It is not run again; check before you repeat it.';

/** A tool that had begun to change things has no result but this; others simply have not been run. */
export function interruptTools(items: SlotItem[], callId: string): SlotItem[] {
  return items.map((item) =>
    item.kind === 'tool' && item.callId === callId && item.isStarted && item.result === null
      ? { ...item, result: { text: OUTCOME_UNKNOWN, isError: true, tookMs: 0 } }
      : item,
  );
}
