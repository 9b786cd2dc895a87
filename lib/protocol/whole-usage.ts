interface Usage {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  cacheWriteTokens?: number;
  reasoningTokens: number;
}

/** What a provider says that it counted, as counts: some send fractions, texts or figures below zero. */
export function wholeUsage(usage: Usage): Usage {
  const whole = (count: number) => Math.max(0, Math.round(Number(count)) || 0);
  const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens, reasoningTokens } = usage;
  return {
    inputTokens: whole(inputTokens),
    outputTokens: whole(outputTokens),
    cachedTokens: whole(cachedTokens),
    ...(cacheWriteTokens !== undefined && { cacheWriteTokens: whole(cacheWriteTokens) }),
    reasoningTokens: whole(reasoningTokens),
  };
}
