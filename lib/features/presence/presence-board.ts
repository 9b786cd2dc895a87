import type { Place, PresenceEvent } from './presence-message';

interface KnownPlace extends Place {
  processId: string;
}

/** Who is where, as far as this process has heard. Nothing of it is stored anywhere. */
export class PresenceBoard {
  readonly #places = new Map<string, Map<string, KnownPlace>>();
  /** When each process was last heard of, in milliseconds of a clock that only goes forward. */
  readonly #heard = new Map<string, number>();

  /** Takes over what a process says of a place; true when that changes what others see. */
  put(processId: string, place: Place, now: number): boolean {
    this.heard(processId, now);
    const { conversationId, streamId, state } = place;
    const here = this.#places.get(conversationId) ?? new Map<string, KnownPlace>();
    const before = here.get(streamId);
    if (state === 'gone') here.delete(streamId);
    else here.set(streamId, { ...place, processId });
    if (here.size === 0) this.#places.delete(conversationId);
    else this.#places.set(conversationId, here);
    return (before?.state ?? 'gone') !== state;
  }

  heard(processId: string, now: number): void {
    this.#heard.set(processId, now);
  }

  /** Forgets what processes have told that were last heard of before `since`; the conversations that this changes. */
  forget(since: number): string[] {
    const silent = new Set([...this.#heard].filter(([, at]) => at < since).map(([id]) => id));
    for (const id of silent) this.#heard.delete(id);
    const changed: string[] = [];
    for (const [conversationId, here] of this.#places) {
      const lost = [...here.values()].filter(({ processId }) => silent.has(processId));
      for (const { streamId } of lost) here.delete(streamId);
      if (here.size === 0) this.#places.delete(conversationId);
      if (lost.length > 0) changed.push(conversationId);
    }
    return changed;
  }

  /** Who is there besides `userId`, each once, by name. */
  othersIn(conversationId: string, userId: string): PresenceEvent['people'] {
    const people = new Map<string, PresenceEvent['people'][number]>();
    for (const place of this.#places.get(conversationId)?.values() ?? []) {
      if (place.userId === userId) continue;
      const writing = place.state === 'writing' || people.get(place.userId)?.writing === true;
      people.set(place.userId, { userId: place.userId, name: place.name, writing });
    }
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || a.userId.localeCompare(b.userId));
  }

  streamsIn(conversationId: string): string[] {
    return [...(this.#places.get(conversationId)?.keys() ?? [])];
  }
}
