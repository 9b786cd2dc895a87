/** Words that a shell takes as they stand: nothing that begins another command, expands or sends output elsewhere. */
const PLAIN = /^[\w@%+=:,./-]+( [\w@%+=:,./-]+)*$/;
/** A word that may lead out of the working folder. */
const REACHES_OUT = /(^|[=:,])\/|(^|[/=:,])\.\.(\/|$)/;

/**
 * Whether leave for one shell command holds for another: for the same, and where it is plain for one that begins with exactly it and goes
 * on with plain words that stay in the working folder.
 */
export function coversCommand(allowed: string, command: string): boolean {
  if (command === allowed) return true;
  if (!PLAIN.test(allowed) || !command.startsWith(`${allowed} `)) return false;
  const rest = command.slice(allowed.length + 1);
  return PLAIN.test(rest) && !rest.split(' ').some((word) => REACHES_OUT.test(word));
}
