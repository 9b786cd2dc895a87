/** Why a model got less of a file than the file: parts of a sentence behind “a.pdf as text: ”. */
export const texts = {
  gone: 'it is no longer stored',
  noRoom: 'there is no room left for its text',
  encodingUnknown: 'nobody can say how its text is written',
  noTextInPdf: 'there is no text in it, only pictures of pages',
  and: ', and ',
  pages: (read: number, all: number) => `pages 1 to ${read} of ${all}`,
  firstCharacters: (shown: number, all: number) => `its first ${shown} of ${all} characters`,
  only: (what: string) => `only ${what}`,
  tooManyFiles: 'this conversation has more files than one request holds; the newer ones are shown',
  noImages: 'this model takes no images',
  noPdfs: 'this model takes no PDFs',
  pdf: {
    password: 'it is protected by a password',
    memory: 'reading it needs too much memory',
    damaged: 'it is damaged or not a complete PDF',
    time: (seconds: number) => `reading it took longer than ${seconds} s`,
    failed: 'the reader ended without a result',
  },
};
