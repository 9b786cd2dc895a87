export type Body = Record<string, unknown>;

/** The wire format of a request body: chat completions, OpenAI's Responses, Anthropic's messages, Google's generateContent. */
export type WireFormat = 'chat' | 'responses' | 'messages' | 'gemini';

/** What a server said when it refused a request. */
export interface Refusal {
  /** HTTP status; `null` for an error inside a reply. */
  status: number | null;
  /** Every text of its error, one a line. */
  text: string;
}

/** The tools cannot be in the request at all: the agent has to act in text. */
export const TEXT_FORM = 'text form';

/** One way in which servers of a class want to be asked differently. */
export interface Adaptation {
  name: string;
  /**
   * What of this kind the refusal demands, such as the name of a field; `''` when there is nothing more to tell, `null` when the refusal
   * has another cause.
   */
  demandedBy(refusal: Refusal, body: Body): string | null;
  /** The request asked this way. The very same object = nothing of it is in the request. */
  apply(body: Body, detail: string, format: WireFormat): Body | typeof TEXT_FORM;
  /** For people: how the server is asked from now on. */
  says(detail: string): string;
}
