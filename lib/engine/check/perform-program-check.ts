import { randomUUID } from 'node:crypto';
import { Semaphore } from '@/lib/platform/async/semaphore';
import { cleanWords } from '@/lib/platform/sandbox/clean-words';
import { runSandboxed, type SandboxedEnd } from '@/lib/platform/sandbox/run-sandboxed';
import type { SandboxLimits } from '@/lib/platform/sandbox/sandbox-profile';
import { SandboxUnavailableError } from '@/lib/platform/sandbox/start-sandboxed';
import type { CheckFinding, CodeCheck, CommandCheck } from '@/lib/protocol/decision/checks/check';
import { codeIn } from '@/lib/protocol/decision/checks/code-in';
import type { AnswerId } from '@/lib/protocol/team';
import type { CallHost } from '../call/active-call';

type Host = Pick<CallHost, 'deps' | 'runId' | 'run'>;

type Perform = (command: string, args: string[], input: string, copyOf: string | null) => Promise<SandboxedEnd>;

/** Besides the sandbox's own bounds. */
const BOUNDS = { seconds: 30, outputBytes: 200_000 };
const LIMITS: SandboxLimits = {
  memoryBytes: 512e6,
  // Threads count.
  processes: 128,
  openFiles: 512,
  fileBytes: 64e6,
  temporaryBytes: 256e6,
  cpuSeconds: 30,
};
/** At once in this process, of all runs. */
const places = new Semaphore(2);
/** What a shell gives for a program that it cannot find or run. */
const NOT_RUN = [126, 127];
/** How shells, Node and Python say that there is no more of something. */
const MET_A_BOUND =
  /cannot fork|resource temporarily unavailable|\bEAGAIN\b|\bENOMEM\b|cannot allocate|failed to allocate|out of memory|MemoryError|no space left/i;
/** From here on: ended by a signal, which says nothing of the answer. */
const BY_SIGNAL = 128;

/** Has a program of this machine look at an answer (P32), in a sandbox. Whatever keeps it from a result is “no evidence”, in words. */
export async function performProgramCheck(
  host: Host,
  check: CommandCheck | CodeCheck,
  answer: { id: AnswerId; content: string },
  signal: AbortSignal,
  bounds = BOUNDS,
): Promise<CheckFinding> {
  const perform: Perform = (command, args, input, copyOf) => {
    const profile = { command, args, env: {}, network: false, home: null, folders: [], copyOf, limits: LIMITS };
    return places.run(() => runSandboxed(profile, { ...bounds, input, signal }));
  };
  try {
    return await (check.kind === 'code'
      ? checkCode(perform, check, answer.content)
      : checkByCommand(perform, host, check, answer));
  } catch (error) {
    if (!(error instanceof SandboxUnavailableError)) throw error;
    return none(`Programs run in a sandbox only. ${error.message}`);
  }
}

async function checkByCommand(
  perform: Perform,
  { deps, runId, run }: Host,
  { command }: CommandCheck,
  { id, content }: { id: AnswerId; content: string },
): Promise<CheckFinding> {
  const because = await deps.checkPrograms.whyNot(runId, command);
  if (because !== null) return none(because);
  const slot = id.slice(0, id.lastIndexOf('.'));
  const { conversationId } = run;
  const copyOf = await deps.checkPrograms.folderOf({ conversationId, runId, slot });
  const end = await perform('sh', ['-c', command], content, copyOf);
  if ('because' in end) return none(end.because);
  const said = lastWords(end);
  if (end.code === 0) return { outcome: 'pass', because: said || 'The command ends without an error.' };
  if (isUnfinished(end)) return none(said || 'The command could not be run.');
  return { outcome: 'fail', because: said || `The command ends with the code ${end.code}.` };
}

async function checkCode(perform: Perform, { language, tests }: CodeCheck, answer: string): Promise<CheckFinding> {
  const code = codeIn(answer, language);
  if (code === null) return { outcome: 'fail', because: `The answer has not exactly one block of ${language}.` };
  // Code that ends the program before the tests have been run does not know what stands behind them.
  const word = randomUUID();
  const isPython = language === 'python';
  const say = isPython ? `print("\\n${word}")` : `;console.log("\\n${word}")`;
  const [command, args] = isPython ? ['python3', ['-I', '-']] : ['node', ['-']];
  const end = await perform(command, args, `${code}\n${tests ?? ''}\n${say}\n`, null);
  if ('because' in end) return none(end.because);
  if (end.code === 0 && end.output.trimEnd().endsWith(word))
    return { outcome: 'pass', because: tests === null ? 'The code runs without an error.' : 'The tests pass.' };
  if (end.code === 0) return { outcome: 'fail', because: 'The program ends before the tests have been run.' };
  if (isUnfinished(end)) return none(lastWords(end) || 'The code could not be run.');
  return { outcome: 'fail', because: errorIn(end.complaint) || lastWords(end) };
}

/** It was not run, was ended, or has met a bound: that says nothing of the answer. */
function isUnfinished({ code, complaint }: { code: number; complaint: string }): boolean {
  return NOT_RUN.includes(code) || code >= BY_SIGNAL || MET_A_BOUND.test(complaint);
}

function lastWords({ output, complaint }: { output: string; complaint: string }): string {
  return cleanWords(complaint) || cleanWords(output);
}

/** The line that names the error; what stands around it is of the language. */
function errorIn(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b/.test(line));
  return cleanWords(lines.at(-1) ?? '');
}

function none(because: string): CheckFinding {
  return { outcome: 'none', because };
}
