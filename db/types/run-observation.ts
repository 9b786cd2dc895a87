/** What a run says of one of its members: nothing that it wrote. */
export interface RunObservation {
  slot: string;
  backend: string;
  model: string;
  kind: string;
  source: 'choice' | 'checks' | 'agreement';
  isRight: boolean;
  weight: number;
}
