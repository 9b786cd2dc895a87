/** What stands in the page before the dialog is loaded. */
export const texts = { title: 'Export conversation' };
