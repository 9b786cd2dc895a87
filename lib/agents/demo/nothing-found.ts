import type { Finding } from './finding';

export const NO_NUMBERS = 'There is nothing to calculate for this question in the text';
export const NO_FAULT = 'Nothing in the text was found to contradict itself';

/** True for what an agent says when it found nothing of its kind: it adds nothing to an answer that has something. */
export function isNothing({ text }: Finding): boolean {
  return text === NO_NUMBERS || text === NO_FAULT;
}
