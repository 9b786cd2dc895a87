/** What stands under the answer of a team that decides by evidence. */
export const texts = {
  title: 'Agreement and disagreement',
  whoSaysWhat: 'Who says what',
  compare: 'Compare the answers',
  sameValue: 'the same value',
  sameMeaning: 'a comparison found that they mean the same',
  chosen: 'chosen',
  chosenAs: (answerId: string) => `chosen, as ${answerId}`,
  echoes: (slots: string[]) => `${slots.join(', ')} had seen such an answer first`,
};
