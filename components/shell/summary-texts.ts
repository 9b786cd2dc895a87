/** What the form for a conversation’s summary says. */
export const texts = {
  field: 'What it is about',
  hint: 'Written after the first answer, from then on yours. It is shown where the conversation is listed.',
  save: 'Save',
  cancel: 'Cancel',
};
