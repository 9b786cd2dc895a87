/** One of several options that the question names, or yes or no. */
export interface Choice {
  kind: 'choice';
  of: 'letters' | 'yes or no' | 'true or false';
  choice: string;
  /** What stands beside the letter: `B) Paris`. */
  text: string;
}

const LETTER =
  /^(?:(?:[Tt]he )?(?:correct |right |best )?(?:[Oo]ption|OPTION|[Cc]hoice|[Aa]nswer)\s*:?\s*)?(?:\(([A-Ha-h])\)|\[([A-Ha-h])\]|([A-H])(?=[).:]?$|[).:] )[).:]?|([a-h])\))\s*(.*)$/s;
const WORDS: Record<string, Pick<Choice, 'of' | 'choice'>> = {
  yes: { of: 'yes or no', choice: 'yes' },
  ja: { of: 'yes or no', choice: 'yes' },
  no: { of: 'yes or no', choice: 'no' },
  nein: { of: 'yes or no', choice: 'no' },
  true: { of: 'true or false', choice: 'true' },
  wahr: { of: 'true or false', choice: 'true' },
  false: { of: 'true or false', choice: 'false' },
  falsch: { of: 'true or false', choice: 'false' },
};

/** What stands beside the letter may take it back, or name another option. */
const OTHER =
  /^[^\p{L}\p{N}"'$€£+-]|\b(?:not|no|nor|neither|never|or|and|but|wrong|false|incorrect|unless|except|if|only|maybe|perhaps|possibly|probably|unsure|oder|und|nicht|aber|falsch)\b|(?:^|[^\p{L}'])[A-Ha-h](?:[^\p{L}']|$)/iu;

/** Reads a text that names one option and nothing else, but perhaps the option's own text; `null` otherwise. */
export function readChoice(text: string): Choice | null {
  const word = WORDS[text.trim().toLowerCase()];
  if (word) return { kind: 'choice', ...word, text: '' };
  const found = LETTER.exec(text.trim());
  const letter = found?.slice(1, 5).find((group) => group !== undefined);
  if (!found || !letter) return null;
  const rest = (found[5] ?? '').trim();
  return rest.includes('\n') || OTHER.test(rest)
    ? null
    : { kind: 'choice', of: 'letters', choice: letter.toUpperCase(), text: rest };
}
