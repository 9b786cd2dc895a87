/** What the page of a new chat says. */
export const texts = {
  title: 'What should the team work on?',
  text: 'Several agents answer in parallel, read each other’s answers and vote. The winner writes the final answer.',
  placeholder: 'Ask the team',
  examplesTitle: 'Examples',
  changeTeams: 'Change teams',
  /** One sentence around a link. */
  simulation: {
    before: 'For real models,',
    link: 'find them on this computer or enter a key',
    after: '.',
  },
  simulationCan:
    'This team is a simulation without a language model. It works on text that stands in your question: it adds up amounts, finds contradictions and compares offers. A click on an example asks it at once.',
  /** Questions that show what a team is good for; each brings its text, so that the simulation can work on it too. */
  examples: [
    {
      title: 'Check a budget',
      text: 'What does this workshop cost in total, and does it stay within the budget?\n\nRooms: 1,800 EUR\nFood for 24 people on 3 days: 24 × 35 × 3 EUR\nTwo trainers for 3 days: 2 × 900 × 3 EUR\nBudget: 9,000 EUR',
    },
    {
      title: 'Find contradictions',
      text: 'How long did the migration last, and which numbers contradict each other?\n\nThe migration took place on 14 March 2027 and lasted 40 minutes. Users could not sign in from 02:10 to 03:30. All 12 services were back after 30 minutes; the last of the 14 services came back at 03:45.',
    },
    {
      title: 'Compare offers',
      text: 'Which of these shop systems is the cheapest in a year, and by how much?\n\nHosted shop: 3,648 EUR\nOwn system: 4,600 EUR\nAgency: 3,900 EUR',
    },
  ],
};
