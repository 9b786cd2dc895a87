/** What the primitives say by themselves. */
export const texts = {
  cancel: 'Cancel',
  copyRefused: 'The browser did not allow copying. Select the text and copy it with the keyboard.',
  copied: 'Copied',
  close: 'Close',
  closeTitle: 'Close (Esc)',
  showList: 'Show the list',
  suggestions: 'Suggestions',
  dismiss: 'Dismiss',
  livesIn: (workspace: string) => `In ${workspace}`,
  livesInWord: 'In',
};
