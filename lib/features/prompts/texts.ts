/** Why a prompt was not saved. */
export const texts = {
  empty: 'It must not be empty.',
  badVariable: 'The name of a gap has letters, digits, spaces, _ and -, at most 50.',
  noChange: 'Give at least one change.',
  noSuchPrompt: 'There is no such prompt.',
  cannotChange: 'You can use this prompt, but only its author and administrators can change it.',
  cannotWriteHere: 'You cannot write in this workspace.',
  invalid: 'The input is not valid.',
};
