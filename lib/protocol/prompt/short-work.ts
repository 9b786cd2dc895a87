import type { Rendering } from '../fit/rendering';
import type { RunState } from '../state';
import type { Slot } from '../team';
import { shortAnswer } from './short-answers';

/**
 * What the agent has written itself, shortened. The text of a model that acts in text holds its answer, which keeps as much as those of
 * others.
 */
export function shortWork(state: RunState, slot: Slot, rendering: Rendering, text: string): string {
  if (!rendering.isShortened) return text;
  const held = state.answers.find(
    (answer) => answer.slot === slot && answer.content.length > 0 && text.includes(JSON.stringify(answer.content)),
  );
  if (!held) return rendering.shorten({ kind: 'work', name: 'what you wrote', source: null, text });
  const [before = '', ...after] = text.split(JSON.stringify(held.content));
  const short = JSON.stringify(shortAnswer(state, rendering, held).content);
  return `${rendering.shorten({ kind: 'work', name: 'what you wrote', source: null, text: before })}${short}${after.join(short)}`;
}
