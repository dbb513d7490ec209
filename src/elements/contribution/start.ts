import type { FormData } from '../../contribute/form-data.ts';
import { LiveForm } from './live.ts';

/** Fetches what the form needs and makes it live. */
export async function start(host: HTMLElement): Promise<void> {
  const answer = await fetch(host.dataset['source'] ?? '');
  if (!answer.ok) throw new Error(`${answer.status}`);
  const data = (await answer.json()) as FormData;
  const Live =
    data.form === 'translation' ? (await import('./live-translation.ts')).LiveTranslation : LiveForm;
  new Live(host, data).start();
}
