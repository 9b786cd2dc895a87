import { costOf, type Element } from './element';
import { shorten } from './shorten';

/** How an element stands in the text; `text: null` = it is left out. */
export interface Fitted {
  element: Element;
  text: string | null;
  /** Characters that are not there. */
  missing: number;
}

/** A body that is shorter says nothing. */
const LEAST_BODY = 160;

/**
 * The elements within `room` characters, in their own order. Rank after rank has its turn; while others wait it leaves a third of what
 * there is to them, so that one long file does not silence everything else, but none is silenced for those behind it. Within a rank the newest comes first and long ones are
 * shortened alike; `byTopic`: what has most in common with the question first, whole.
 */
export function fitElements(elements: Element[], room: number, byTopic: boolean): Fitted[] {
  const caps = new Map<Element, number>();
  let left = room;
  for (const element of elements) {
    if (!element.isNeeded) continue;
    caps.set(element, Number.POSITIVE_INFINITY);
    left -= costOf(element);
  }
  const waiting = elements.filter(({ isNeeded }) => !isNeeded);
  for (const rank of [...new Set(waiting.map((element) => element.rank))].sort((a, b) => a - b)) {
    const later = sum(waiting.filter((element) => element.rank > rank));
    const own = waiting.filter((element) => element.rank === rank).reverse();
    const others = Math.min(later, Math.floor(Math.max(0, left) / 3));
    const allowed = Math.min(left, Math.max(left - others, sum(own, LEAST_BODY)));
    const given = byTopic ? inTurn(own, allowed) : alike(own, allowed);
    for (const [element, cap] of given) {
      caps.set(element, cap);
      left -= costOf(element, cap);
    }
  }
  return elements.map((element) => render(element, caps.get(element)));
}

function sum(elements: Element[], cap?: number): number {
  return elements.reduce((total, element) => total + costOf(element, cap), 0);
}

function inTurn(elements: Element[], room: number): Map<Element, number> {
  const caps = new Map<Element, number>();
  let left = room;
  for (const element of elements.toSorted((a, b) => b.score - a.score)) {
    const cap = highestCap([element], left);
    if (cap === null) continue;
    caps.set(element, cap);
    left -= costOf(element, cap);
  }
  return caps;
}

function alike(elements: Element[], room: number): Map<Element, number> {
  let least = 0;
  const taken = elements.filter((element) => {
    const cost = costOf(element, LEAST_BODY);
    if (least + cost > room) return false;
    least += cost;
    return true;
  });
  const cap = highestCap(taken, room) ?? LEAST_BODY;
  return new Map(taken.map((element) => [element, cap]));
}

/** The most characters a body that all these may have; `null` = there is no room for them. */
function highestCap(elements: Element[], room: number): number | null {
  if (sum(elements, LEAST_BODY) > room) return null;
  if (sum(elements) <= room) return Number.POSITIVE_INFINITY;
  let [low, high] = [LEAST_BODY, room];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sum(elements, middle) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

function render(element: Element, cap: number | undefined): Fitted {
  const { fixed, bodies } = element;
  if (cap === undefined) {
    return { element, text: null, missing: element.missing + bodies.reduce((total, { length }) => total + length, 0) };
  }
  const shortened = bodies.map((body) => shorten(body, cap));
  const text = fixed.map((part, index) => part + (shortened[index]?.text ?? '')).join('');
  return { element, text, missing: element.missing + shortened.reduce((total, { missing }) => total + missing, 0) };
}
