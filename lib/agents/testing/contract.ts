/** What the contract tests have to know of a backend that speaks a provider's format; it stands in `testing/contract.ts` of its folder. */
export interface Contract {
  type: string;
  /** The path that the provider documents for its base URL. */
  path: string;
  /** Path of a request for a reply. */
  request: RegExp;
  /** It takes documents. */
  documents: boolean;
  needsKey: boolean;
}
