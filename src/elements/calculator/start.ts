import { isCalculatorId, loadFace } from '../../calculators/load.ts';
import type { Words } from '../../calculators/say.ts';
import { LiveCalculator } from './live.ts';
import { part } from './part.ts';

/** Makes the form of a calculator live. Form, first result and every word are in the page already. */
export async function start(host: HTMLElement): Promise<void> {
  // a cast: Calculator.astro wrote it with the same type
  const page = JSON.parse(part(host, 'script[type="application/json"]', HTMLScriptElement).text) as {
    id: string;
    words: Words;
  };
  if (!isCalculatorId(page.id)) throw new Error(`there is no calculator "${page.id}"`);
  const calculator = await loadFace(page.id);
  await new LiveCalculator(host, calculator, page.id, page.words).start();
}
