import type { FormData } from '../../contribute/form-data.ts';
import { fetchJson } from '../fetch-json.ts';
import { LiveForm } from './live.ts';

/** Fetches what the form needs and makes it live. */
export async function start(host: HTMLElement): Promise<void> {
  const data = await fetchJson<FormData>(host.dataset['source'] ?? '');
  const Live =
    data.form === 'translation' ? (await import('./live-translation.ts')).LiveTranslation : LiveForm;
  new Live(host, data).start();
}
