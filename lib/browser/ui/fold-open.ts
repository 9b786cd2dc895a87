/** A fold follows its own rule until a person has touched it; then their choice stays. */
export function foldOpen(byItself: boolean, touched: boolean | null): boolean {
  return touched ?? byItself;
}
