import type { Slot } from '@/lib/protocol/team';
import type { ContextFile } from '../context';
import type { ContextStore } from '../store/context-store';
import type { ContextBase } from '../store/find-bases';
import type { SnapshotHead } from '../store/snapshot';
import type { SlotStart } from './slot-capture';

/** Where the slots of a run begin. */
export interface TurnBases {
  /** By slot; `*` = for every other one, where a person continued from a snapshot. */
  turns: Map<Slot | '*', ContextBase>;
  /** Their newest snapshots of the run itself, when it goes on after a crash. */
  inRun: Map<Slot, SnapshotHead>;
}

export function baseOf({ turns }: TurnBases, slot: Slot): ContextBase | null {
  return turns.get(slot) ?? turns.get('*') ?? null;
}

/** What a slot's first capture builds on. A damaged snapshot is told and not used: the slot then begins with nothing. */
export async function slotStart(
  slot: Slot,
  store: ContextStore,
  bases: TurnBases,
  onFailure: (slot: Slot, error: unknown) => void,
): Promise<SlotStart> {
  const base = baseOf(bases, slot);
  let before: { head: SnapshotHead | null; files: ContextFile[] } = { head: null, files: [] };
  try {
    if (base) before = await store.head(base.snapshotId);
  } catch (error) {
    onFailure(slot, error);
  }
  const { head, files } = before;
  const beginning = { head, latest: null, filesAtStart: files, files };
  const inRun = bases.inRun.get(slot);
  if (!inRun) return beginning;
  try {
    const latest = await store.load(inRun.id, { isFresh: true });
    return { head: inRun, latest, filesAtStart: files, files: latest.files };
  } catch (error) {
    onFailure(slot, error);
    return beginning;
  }
}
