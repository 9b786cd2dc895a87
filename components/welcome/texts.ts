import { plural } from '@/lib/browser/ui/format';

/** What the first page after signing up says. */
export const texts = {
  title: 'Your first answer',
  text: 'Several agents work on your question in parallel, read each other’s answers, and decide which is best. Choose who they are, or start with the demo.',
  skip: 'Go to the chat',
  demoTitle: 'Try the demo team now',
  demoText:
    'It is a simulation without a language model: it works on text that stands in the question. It adds up amounts, finds contradictions and compares offers.',
  demoExamples: 'Examples for the demo team',
  localTitle: 'Use models on this computer',
  localText:
    'Looks for LM Studio, Ollama, llama.cpp and vLLM at their usual ports on the machine that runs this application.',
  find: 'Find model servers',
  finding: 'Looking…',
  findAgain: 'Look again',
  found: (servers: string, models: number) => `${servers} answers and serves ${plural(models, 'model')}.`,
  noneFound: 'No model server answers at ports 1234, 11434, 8080 and 8000.',
  noneFoundHelp: 'Start its server and load a model, then look again. For another address, go to',
  settingsModels: 'Settings → Models',
  takeModels: (count: number) => (count === 1 ? 'Use this model' : `Use these ${count} models`),
  chooseOne: 'Choose at least one model.',
  trustNote: (origin: string) => `Questions and answers will be sent to ${origin}, and nowhere else.`,
  providersTitle: 'Use a provider with a key',
  providersText: 'The key is checked at once, stored encrypted and never shown again.',
  enterKey: 'Enter key',
  enterKeyFor: (provider: string) => `Enter key for ${provider}`,
  ready: 'Ready',
  takeProvider: (provider: string) => `Use ${provider}`,
  teamReady: (team: string, models: string) => `“${team}” is ready: ${models}.`,
  tryQuestion: 'Ask it this to begin with:',
  question:
    'What are the three most common reasons that a small project finishes late, and what helps against each? Answer in at most 150 words.',
  ask: 'Ask this',
  others: 'Choose others',
};
