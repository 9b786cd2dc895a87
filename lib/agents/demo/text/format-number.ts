/** A number for people: at most six decimals, thousands separated, no floating point dust. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(Number(value.toPrecision(12)));
}
