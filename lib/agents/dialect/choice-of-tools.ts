/** Words with which servers speak of how far a request demands a tool. */
export const CHOICE_OF_TOOLS =
  /tool[_ -]?choice|tool_?config|function_?calling_?config|function calling mode|forces? (?:a )?tool|tool_use_failed/i;
