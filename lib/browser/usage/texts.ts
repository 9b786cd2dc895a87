/** What is said of the use of models. */
export const texts = {
  phases: {
    coordination: 'Coordinating',
    comparison: 'Comparing',
    check: 'Checking',
    vote: 'Voting',
    ballot: 'Scoring',
    runoff: 'Run-off',
    judge: 'Judging',
    presentation: 'Presenting',
    title: 'Title and summary',
  },
};
