/** What an exported page says. */
export const texts = {
  answer: 'Answer',
  noQuestion: 'No question.',
  noAnswer: 'No answer.',
  simulated: 'A simulation: no language model was asked.',
  attached: 'Attached:',
  picture: 'Picture (not loaded):',
  howDecided: 'How it was decided',
  winnerIs: (answerId: string, rule: string) => `${answerId} won (${rule}).`,
  noWinner: 'No answer was chosen.',
  tally: 'Valid votes',
  agent: 'Agent',
  vote: 'Vote',
  reason: 'Reason',
  abstained: 'Abstained',
  void: (because: string) => `Void: ${because}`,
  round: (round: number) => `Run-off, round ${round}`,
  answers: 'Answers',
  timeline: 'Timeline',
  timelineOf: (seconds: string) => `What each agent did, over ${seconds} s`,
  tools: 'Tool calls',
  arguments: 'Arguments',
  result: 'Result',
  failed: 'failed',
  notes: 'Notes',
  notShown: (messages: number) =>
    messages === 1
      ? '1 message in another branch is not shown.'
      : `${messages} messages in other branches are not shown.`,
  runFailed: (because: string) => `The run failed: ${because}`,
};
