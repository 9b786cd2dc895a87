/** Why an agent works without a server or a tool, for people. */
export const texts = {
  slow: 'It did not say in time what it offers.',
  failed: 'Its tools could not be listed.',
  noDirectory: 'Its servers could not be looked up.',
  tooManyQuestions: 'It has asked too often during this call.',
  wrongArguments: (problem: string) => `Its arguments are not what the tool takes: ${problem}`,
  toolMissing: (tool: string, because: string) => `Its tool ${tool} is left out: ${because}.`,
};
