/** A package of the npm registry that a command starts, and what it is started with. */
export interface StartedPackage {
  name: string;
  /** As given; `null` = none, which would be another one each day. */
  version: string | null;
  /** Of its programs; `null` = the one of its name. */
  bin: string | null;
  args: string[];
}

const RUNNERS = new Map([
  ['npx', []],
  ['bunx', []],
  ['pnpx', []],
  ['pnpm', ['dlx']],
  ['yarn', ['dlx']],
  ['npm', ['exec']],
]);
const SPEC = /^((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)(?:@(.+))?$/i;
const EXACT = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\w.-]{1,80})?$/;

/** The package that `npx -y name@version …` and its like start; `null` = it is another program. */
export function packageOf(command: string, args: string[]): StartedPackage | null {
  const words = RUNNERS.get(command.replace(/\.cmd$/i, ''));
  if (!words?.every((word, index) => args[index] === word)) return null;
  const rest = args.slice(words.length);
  let given: string | null = null;
  let at = 0;
  for (; at < rest.length && rest[at]?.startsWith('-'); at++) {
    const [flag, value] = (rest[at] ?? '').split('=');
    if (flag === '--') {
      at++;
      break;
    }
    if (flag === '-p' || flag === '--package') given = value ?? rest[++at] ?? null;
  }
  const program = rest[at];
  const [, name, version] = SPEC.exec(given ?? program ?? '') ?? [];
  if (!name || program === undefined) return null;
  return { name, version: version ?? null, bin: given === null ? null : program, args: rest.slice(at + 1) };
}

/** Whether a version is one and not a range or a tag, behind which something else may be tomorrow. */
export function isExactVersion(version: string | null): version is string {
  return version !== null && EXACT.test(version);
}
