/** A check of a team's answers (P32), complete: every default filled in. */
export type Check = CheckBase &
  (SchemaCheck | PatternCheck | NumberCheck | PredicateCheck | CriticCheck | ToolCheck | CommandCheck | CodeCheck);

interface CheckBase {
  /** What events, prompts and people call it; unique in its team. */
  name: string;
  /** Its word is a verdict, not a weight (P25). */
  decisive: boolean;
}

/** The answer, or the one block of JSON in it, is valid by a JSON Schema. */
interface SchemaCheck {
  kind: 'schema';
  schema: Record<string, unknown> | boolean;
}

/** The answer contains a match of a regular expression. */
interface PatternCheck {
  kind: 'pattern';
  pattern: string;
  flags: string;
}

/** The result that the answer states is this number. */
export interface NumberCheck {
  kind: 'number';
  value: number;
  /** How far off it may be, in the same unit. */
  tolerance: number;
  /** `null` = whatever the answer counts in. */
  unit: string | null;
}

/** JavaScript of the answer's text says true. */
interface PredicateCheck {
  kind: 'predicate';
  code: string;
}

/** A model that knows nothing of the team says whether the answer meets what is written here. */
interface CriticCheck {
  kind: 'critic';
  rubric: string;
}

/** A tool of a server looks at the answer. */
export interface ToolCheck {
  kind: 'mcp';
  /** Its name or id. */
  server: string;
  /** As the server names it. */
  tool: string;
  /** The string `$answer` in it stands for the answer's text. */
  arguments: Record<string, unknown>;
  /** Where the result says `true` or `false`, as a JSON Pointer into its structured content; `null` = it passes by being no error. */
  passes: string | null;
}

/** A command of the team, in a copy of the author's folder, ends without an error; it reads the answer's text. */
export interface CommandCheck {
  kind: 'command';
  /** As a shell takes it. It runs only where whoever starts the run has approved exactly this text. */
  command: string;
}

/** The code that the answer contains runs without an error, and what is written here behind it. */
export interface CodeCheck {
  kind: 'code';
  language: CodeLanguage;
  /** `null` = that it runs is enough. */
  tests: string | null;
}

export type CodeLanguage = 'javascript' | 'python';

export type CheckKind = Check['kind'];

/** `none` = it came to no result, which is no evidence. */
export type CheckOutcome = 'pass' | 'fail' | 'none';

/** The result of a check of an answer. */
export interface CheckFinding {
  outcome: CheckOutcome;
  /** In words for people. */
  because: string;
}
