import type { Finding } from './finding';

/** Questions of the kinds that the simulation can answer; each works as it stands. */
export const CAN_DO = [
  'What is 15 % of 240?',
  'How many days are there between 1 March 2027 and 15 April 2027?',
  'Add up: Rent: 900 EUR, Food: 300 EUR',
] as const;

const CREATIVE =
  /\b(?:write|compose|invent|translate|imagine|draw|code|program|poem|story|joke|recommend|advise|rewrite)\b/i;

/** True where the task is creative work, which no text that is given makes possible. */
export function isCreative(question: string): boolean {
  return CREATIVE.test(question) && !/\b(?:summary|list)\b/i.test(question);
}

const REFUSAL =
  'This is a simulation without a language model: it works only on numbers, dates and text that you give it, so it cannot answer this';

export function isRefusal({ text }: Finding): boolean {
  return text === REFUSAL;
}

/** Says in one sentence that a simulation cannot do this, and with three examples what it can. */
export function cannot(): Finding[] {
  return [
    {
      section: 'Answer',
      text: REFUSAL,
    },
    ...CAN_DO.map((example): Finding => ({ section: 'Try for example', text: example })),
  ];
}
