import { type Rational, rational } from './rational';

const SMALL: Record<string, number> = {};
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, value) => {
    SMALL[word] = value;
  });
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, index) => {
  SMALL[word] = (index + 2) * 10;
});

export const SCALES: Record<string, bigint> = {
  thousand: 1_000n,
  million: 1_000_000n,
  trillion: 1_000_000_000_000n,
};

/**
 * Reads number words from the front: `nine thousand seven hundred and twenty`. Gives the value and how many words it took; `null` when
 * they are not one well-formed number ("one two", "five or six"). `billion` means two things and is not read.
 */
export function readNumberWords(words: string[]): { value: Rational; taken: number } | null {
  let total = 0n;
  let group = -1n;
  let lastScale: bigint | null = null;
  let taken = 0;
  let smallest = 1000;
  for (; taken < words.length; taken += 1) {
    const word = words[taken] ?? '';
    const small = SMALL[word];
    const scale = SCALES[word];
    if (small !== undefined) {
      if (smallest <= 9 || (smallest < 100 && small > 9)) return null;
      group = (group < 0n ? 0n : group) + BigInt(small);
      smallest = small > 19 ? 10.5 : small === 0 ? 0 : Math.min(9, small);
    } else if (word === 'hundred') {
      if (group < 1n || group > 99n) return null;
      group *= 100n;
      smallest = 100;
    } else if (scale !== undefined) {
      if (group < 1n || (lastScale !== null && scale >= lastScale)) return null;
      total += group * scale;
      lastScale = scale;
      group = -1n;
      smallest = 1000;
    } else if (
      !(word === 'and' && (smallest === 100 || lastScale !== null) && SMALL[words[taken + 1] ?? ''] !== undefined)
    ) {
      break;
    }
  }
  if (taken === 0 || (group < 0n && lastScale === null)) return null;
  return { value: rational(total + (group < 0n ? 0n : group), 1n), taken };
}
