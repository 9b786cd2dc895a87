/** The program of a server has ended by itself, with what it complained of last. */
export class ProgramEnded extends Error {
  override readonly name = 'ProgramEnded';
}
