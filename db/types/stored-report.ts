/** Who stands where in a run whose team decides by evidence, and what decided it. */
export interface StoredReport {
  positions: {
    answerId: string;
    answers: string[];
    slots: string[];
    echoes: string[];
    isWinner: boolean;
    equalBy: 'rule' | 'comparison' | null;
    checks: { check: string; passed: boolean | null }[];
  }[];
  silent: string[];
  doAllAgree: boolean;
  decidedBy: string | null;
  sureness: string;
  unchecked: string[];
  unclear: [string, string][];
  sentences: string[];
  summary: string[];
}
