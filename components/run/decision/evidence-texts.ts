import { listWords, plural } from '@/lib/browser/ui/format';

/** What the tab of a decision by evidence says. */
export const texts = {
  scores: 'Scores',
  scoredBy: 'Scored by',
  why: 'Why',
  notShown: 'not shown',
  abstained: 'Abstained.',
  noAnswersYet: 'No answers yet. Equal answers will appear side by side here.',
  conclusions: 'What the answers conclude',
  undecided: 'Nothing has been decided yet.',
  decidedWhen: (heard: number, agents: number) => `Decided when ${heard} of ${plural(agents, 'agent')} had answered.`,
  notAsked: (slots: string[]) => `${listWords(slots)} ${slots.length > 1 ? 'were' : 'was'} not asked.`,
  interrupted: (slots: string[]) => `${listWords(slots)} ${slots.length > 1 ? 'were' : 'was'} interrupted.`,
  outcomeFixed: 'Nothing more could have changed the outcome.',
  kindOfTask: 'Counts for this kind of task:',
  winner: 'winner',
  alone: 'Nobody else concludes this.',
  choose: (answerId: string) => `Use ${answerId}`,
  chooseTitle: (answerId: string) => `Make ${answerId} the winner`,
  use: 'Use',
  sameMeaning: 'A comparison found that these mean the same.',
  sameValue: 'These come to the same value.',
  echoes: (slots: string[]) =>
    `${slots.join(', ')} had seen such an answer first and ${slots.length > 1 ? 'add' : 'adds'} no support.`,
  judge: 'The judge',
  noneIsBetter: 'none is better',
  judgeWorks: 'The judge has not finished yet.',
  judgeDisagreed: 'The judge’s choice changed with the order, so it does not count.',
  shownInOrder: (answerIds: string[]) => `Shown ${answerIds.join(', then ')}:`,
  judgeChose: (answerId: string) => `The judge chose ${answerId} in both orders.`,
};
