/** What is said of checks of answers that are written wrongly, or do not do what one may think. */
export const texts = {
  giveList: 'Give a list of checks.',
  giveCheck: 'A check is an object with its kind.',
  mostChecks: (most: number) => `At most ${most} checks.`,
  giveText: 'Give a text.',
  giveNumber: 'Give a number.',
  giveFlag: 'Give true or false.',
  giveSchema: 'Give a JSON Schema: an object, true or false.',
  runGone: 'The run is gone.',
  commandsForbidden:
    'Whoever started the run may not have commands run on this instance. The operator decides with MASSGEN_CLAUDE_CODE.',
  commandNotApproved:
    'Whoever started the run has not approved exactly this command. They can do so in the team’s checks.',
  giveLanguage: 'Give the language: “javascript” or “python”.',
  giveArguments: 'Give the tool’s arguments: an object.',
  noAnswer: (word: string) => `Say where the answer goes: one of the values is “${word}”.`,
  givePointer: 'Give a JSON Pointer into what the tool gives, for example “/ok”.',
  tolerance: 'A tolerance is at least 0.',
  flags: 'Flags are letters of: i, m, s, u, v.',
  atMost: (most: number) => `At most ${most.toLocaleString('en')} characters.`,
  noPattern: (fault: string) => `This is not a valid pattern: ${fault}.`,
  nameTaken: (name: string) => `Another check is called “${name}”.`,
  needsEvidence: 'Answers are checked in teams of several agents whose decision is “evidence”. This one is not.',
  noEffect: 'Has no effect: answers are checked in teams of several agents whose “decision” is “evidence” only.',
  presenterWrites:
    'What is checked are the agents’ answers. The presenter writes the final one anew; with presenter “verbatim” it stands as it was checked.',
};
