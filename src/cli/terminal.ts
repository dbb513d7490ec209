import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** The one who answers has stopped: Ctrl+C, Ctrl+D, or no more lines. */
export class Stopped extends Error {}

/** A conversation in lines. */
export interface Terminal {
  say(text: string): void;
  /** The next answer, trimmed; Tab completes what may be answered. Throws `Stopped`. */
  ask(question: string, completions?: readonly string[]): Promise<string>;
  /** Ends the conversation as Ctrl+C does. */
  stop(): void;
  close(): void;
}

/** A conversation over streams; lines that come all at once, as from a pipe, wait for their question. */
export function openTerminal(input: Readable, output: Writable): Terminal {
  let completions: readonly string[] = [];
  const lines: string[] = [];
  let waiting: { answer(line: string): void; stop(): void } | undefined;
  let ended = false;
  const reader = createInterface({
    input,
    output,
    terminal: 'isTTY' in input && input.isTTY === true,
    completer: (line: string) => {
      const word = /[^;；,，、]*$/.exec(line)?.[0].trimStart() ?? '';
      const fitting = completions.filter((one) => one.toLowerCase().startsWith(word.toLowerCase()));
      return [fitting, word];
    },
  });
  const end = () => {
    ended = true;
    waiting?.stop();
  };
  reader.on('line', (line) => {
    if (waiting) waiting.answer(line);
    else lines.push(line);
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', end);

  return {
    say: (text) => {
      output.write(`${text}\n`);
    },
    ask: async (question, possible = []) => {
      completions = possible;
      output.write(`\n${question}\n`);
      if (!ended) {
        reader.setPrompt('> ');
        reader.prompt();
      }
      const line = lines.shift();
      if (line !== undefined) return line.trim();
      if (ended) throw new Stopped();
      return await new Promise<string>((resolve, reject) => {
        waiting = {
          answer: (answer) => {
            waiting = undefined;
            resolve(answer.trim());
          },
          stop: () => {
            waiting = undefined;
            reject(new Stopped());
          },
        };
      });
    },
    stop: () => reader.close(),
    close: () => {
      reader.off('close', end);
      reader.close();
    },
  };
}
