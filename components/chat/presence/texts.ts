import { listWords } from '@/lib/browser/ui/format';

/** What is said of the people who look at the same conversation. */
export const texts = {
  here: (names: string[]) => `${listWords(names)} ${names.length === 1 ? 'is' : 'are'} here`,
  more: (people: number) => `+${people}`,
  writing: (names: string[]) => `${listWords(names)} ${names.length === 1 ? 'is' : 'are'} writing…`,
  severalWriting: 'Several people are writing…',
};
