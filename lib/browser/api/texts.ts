/** What the browser says of the server's answers, or of their absence. */
export const texts = {
  unreachable: 'The server cannot be reached.',
  unreachableHint: 'Nothing was lost. Try again in a moment.',
  status: (status: number) => `The server answered with status ${status}.`,
  unexpected: 'Something went wrong in the browser. Reload the page. Nothing was lost on the server.',
  uploadInterrupted: 'The upload was interrupted.',
  uploadInterruptedHint: 'Remove the file and add it again.',
};
