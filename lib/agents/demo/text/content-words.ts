const STOP_WORDS = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by can could
  did do does doing done down during each few find for from further give given had has have having he her here hers him his how i if in into is
  it its itself just let like list make many may me might more most much must my name no nor not now of off on once only or other our out
  over own per please same say see she should show so some such tell than that the their them then there these they this those through to
  too under until up us very was we were what when where which while who whom why will with within would write you your`.split(
    /\s+/,
  ),
);

/** The words that carry meaning, lower-case, plural and simple verb endings removed, in order, with repetitions. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(stem);
}

function stem(word: string): string {
  const bare = word.replace(/['’]s$/, '');
  if (bare.length <= 4) return bare;
  return bare.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
}
