/** A labelled amount of a list: "Rent: 900 EUR a month". */
export interface Amount {
  label: string;
  value: number;
  /** With its period: "EUR a month"; empty for a bare number. */
  unit: string;
  /** The number, or the expression, as it is shown. */
  shown: string;
}
