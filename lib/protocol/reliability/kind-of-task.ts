/** What kind of work a question asks for: rates are learned for each (P31). */
export const TASK_KINDS = [
  'code',
  'mathematics',
  'choice',
  'data',
  'translation',
  'writing',
  'facts',
  'other',
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** First match wins, so the more telling ones stand first. */
const SIGNS: [TaskKind, RegExp][] = [
  [
    'code',
    /```|\b(?:function|regex|sql|typescript|javascript|python|bash|compile|refactor|unit test|stack trace|bug in|programm|funktion schreib|quelltext)\b|=>|;\s*$/im,
  ],
  // As programs write them: “Let x = 3” is mathematics, and a class may be one of pupils.
  ['code', /\bconst \w+|\blet \w+ ?=|^\s*def \w+\(|^\s*(?:export )?class \w+|^\s*import [\w'"{*]/m],
  ['choice', /^\s*\(?[A-D][).:]\s+\S[\s\S]*^\s*\(?[B-E][).:]\s+\S/m],
  ['translation', /\b(?:translate|translation|übersetz\w*|in (?:german|english|french|spanish)\b.*:)/i],
  [
    'mathematics',
    /\b(?:how (?:many|much)|calculate|compute|solve|prove|integral|derivative|equation|probability|percent|average|sum of|wie ?viele?|berechne\w*|löse|beweise)\b|\d\s*[-+*/^×÷]\s*\d|\\(?:frac|sqrt|sum|int)\b/i,
  ],
  ['data', /\b(?:json|csv|yaml|xml|table|extract|classify|parse|columns?|tabelle|extrahiere)\b/i],
  [
    'writing',
    /\b(?:write|draft|rewrite|summar\w+|essay|letter|e-?mail|poem|story|title|shorten|schreib\w*|entwurf|fasse|kürze)\b/i,
  ],
  ['facts', /^\s*(?:who|what|when|where|which|why|is|are|does|did|wer|was|wann|wo|welche\w*|warum|ist|sind)\b/i],
];

/** Enough to tell; the rest of a long question is mostly its material. */
const READ_CHARACTERS = 4_000;

/** The kind of work that a question asks for, by its words alone. A person may correct it. */
export function kindOfTask(question: string): TaskKind {
  const text = question.slice(0, READ_CHARACTERS);
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

export function isTaskKind(word: string): word is TaskKind {
  return (TASK_KINDS as readonly string[]).includes(word);
}
