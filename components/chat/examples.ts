/** Questions that show what a team is good for; each brings its text, so that the simulation can work on it too. */
export const EXAMPLES = [
  {
    title: 'Check a budget',
    text: 'What does this workshop cost in total, and does the sponsor cover it?\n\nThe workshop has 24 participants. Rooms cost 1,800 euros, food 35 euros a person and day for 3 days, two trainers 900 euros each a day. The sponsor pays 9,000 euros. Rooms, food and trainers together: 1800 + 24*35*3 + 2*900*3 euros.',
  },
  {
    title: 'Find contradictions',
    text: 'How long did the migration last, and which numbers contradict each other?\n\nThe migration took place on 14 March 2027 and lasted 40 minutes. Users could not sign in from 02:10 to 03:30. All 12 services were back after 30 minutes; the last of the 14 services came back at 03:45.',
  },
  {
    title: 'Weigh a decision',
    text: 'Which system should the shop take, hosted or own, and why?\n\nOption 1: a hosted shop system, 79 euros a month, ready in 2 weeks, 3 % of each sale. Option 2: its own system, 14,000 euros once, ready in 5 months, no fee. The shop sells 40 products for about 9,000 euros a month and has one developer.',
  },
];
