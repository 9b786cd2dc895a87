import type { Rendering } from '../fit/rendering';
import type { Answer, RunState } from '../state';
import { renderAnswers } from './answers-block';
import { hasOtherWrappers } from './has-other-wrappers';

/** The answer as the request shows it: the newest version of a slot keeps most. */
export function shortAnswer({ answers }: RunState, { shorten }: Rendering, answer: Answer): Answer {
  const { answerId, slot, version, content } = answer;
  const isCurrent = !answers.some((other) => other.slot === slot && other.version > version);
  const kind = isCurrent ? 'answer' : 'oldAnswer';
  return { ...answer, content: shorten({ kind, name: `answer ${answerId}`, source: answerId, text: content }) };
}

/** A text that holds answers as `renderAnswers` writes them, such as the refusal of a vote, with each of them shortened. */
export function shortAnswersIn(state: RunState, rendering: Rendering, text: string): string {
  if (!rendering.isShortened || !text.includes('<answer id=')) return text;
  return state.answers.reduce((rest, answer) => {
    const whole = blockOf(state, answer);
    return rest.includes(whole)
      ? rest.replaceAll(whole, () => blockOf(state, shortAnswer(state, rendering, answer)))
      : rest;
  }, text);
}

function blockOf(state: RunState, answer: Answer): string {
  const text = renderAnswers([answer], hasOtherWrappers(state.team));
  return text.slice(text.indexOf('<answer id='));
}
