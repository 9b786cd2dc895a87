/** What the dialog says with which a conversation is exported. */
export const texts = {
  format: 'Format',
  formats: { md: 'Markdown', html: 'Web page', json: 'JSON', print: 'PDF' },
  formatNotes: {
    md: 'The branch that is shown, as text.',
    html: 'The branch that is shown, as one file that opens without a network.',
    json: 'Every branch, complete. It can be imported again without loss.',
    print: 'Opens the page and your browser’s print dialog, which saves it as PDF.',
  },
  include: 'What goes in',
  includes: {
    final: 'Questions and final answers',
    answers: 'And all answers, votes and the timeline',
    tools: 'And tool calls, notes and the agents’ texts',
    files: 'And attachments, files and contexts',
  },
  filesInPage: 'Files are named, not included. Choose JSON to take them along.',
  download: 'Download',
  print: 'Print',
  cancel: 'Cancel',
};
