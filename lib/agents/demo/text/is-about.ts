import { contentWords } from './content-words';

/** Stems of words that say what is to be done with a text, whatever it is about. */
export const TASK_WORDS =
  /^(?:summari[sz]|comput|calculat|count|total|list|compar|find|text|extract|explain|check|sum|answer|question|follow|point|amount|translat|review|giv|describ|word|sentence|number|mean|average)/;

/** Stems of words that ask for one of several things, for a property that figures have, or for what is named. */
const MEASURE_WORDS =
  /^(?:add|altogether|together|spen[dt]|expens|cost|pric|cheap|budget|cover|enough|afford|pay|paid|difference|differ|larg|small|high|low|great|big|long|short|old|young|earl|late|first|last|least|less|worth|item|entr|row|column|table|name|people|person|date|day|week|month|year|hour|minute|time|percent|share|rest|remain|left|order|sort|summ|zusammen|gesamt|key|fact|detail|mistake|error|fault|wrong|right|correct|vague|unclear|missing|overview|conclu|result|version)/;

/** "It", "those", "there": what was said before. */
const REFERS =
  /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|here|same|above|earlier|before)\b/i;

/** A single word is too little to tell. */
const WORDS_OF_A_TOPIC = 2;

/**
 * Whether a question may be about a text: not where it has a topic of its own of which the text knows nothing ("Why is the sky blue?" behind a list of
 * prices).
 */
export function isAbout(question: string, text: string): boolean {
  const words = contentWords(question).filter((word) => /\p{L}/u.test(word));
  if (words.length < WORDS_OF_A_TOPIC || REFERS.test(question)) return true;
  if (words.some((word) => TASK_WORDS.test(word) || MEASURE_WORDS.test(word))) return true;
  const known = new Set(contentWords(text));
  return words.some((word) => known.has(word));
}
