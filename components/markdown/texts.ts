/** What is said around the parts of an answer. */
export const texts = {
  wrapLines: 'Wrap lines',
  doNotWrap: 'Do not wrap lines',
  copyCode: 'Copy code',
  code: 'Code',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  done: 'Done',
  toDo: 'To do',
  table: 'Table',
  picture: 'Picture',
  pictureTitle:
    'Pictures from other servers are not loaded, because those servers would learn that you read this, and when.',
  pictureNotLoaded: 'picture, not loaded for your privacy',
  pictureShort: 'picture',
  footnote: (number: number) => `Footnote ${number}`,
  formula: 'Formula',
  noLanguage: 'text',
};
