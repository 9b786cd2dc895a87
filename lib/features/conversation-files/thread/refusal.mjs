/** Why a file is not taken: a key of the texts, and what it says. */
export class Refusal extends Error {
  /** @param {string} reason @param {string | number} [detail] */
  constructor(reason, detail) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}
