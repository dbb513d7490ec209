import type { HandedFile } from '../../contribute/hand-in.ts';
import { part, replaceWith } from '../dom.ts';
import { saveFile } from '../save-file.ts';
import type { LiveForm } from './live.ts';

type Later = typeof import('./later.ts');

/** The page as it will look, while somebody looks at it. */
export async function showPreview(form: LiveForm, later: Later): Promise<void> {
  const place = part(form.host, '[data-preview]', HTMLDetailsElement);
  if (!place.open) return;
  const tree = form.previewOf(later);
  if (!tree) return;
  const page = part(place, '[data-preview-page]', HTMLElement);
  replaceWith(page, tree);
  const equations = page.querySelectorAll<HTMLElement>('[data-tex]');
  if (equations.length === 0) return;
  const { drawEquation } = await import('../../contribute/draw-equation.ts');
  for (const one of equations)
    drawEquation(one, one.dataset['tex'] ?? '', one.dataset['display'] !== undefined);
}

/** The text of the file, and where it belongs. */
export function showFile(form: LiveForm, later: Later): void {
  const place = part(form.host, '[data-file]', HTMLDetailsElement);
  const file = form.fileOf(later);
  part(place, '[data-file-path]', HTMLElement).textContent = file?.path ?? '';
  if (place.open) part(place, '[data-file-text]', HTMLElement).textContent = file?.text ?? '';
}

/** What the buttons of the result do. */
export async function act(form: LiveForm, later: Later, what: string): Promise<void> {
  if (!['zip', 'copy', 'host'].includes(what)) return;
  await form.check(true);
  const told = part(form.host, '[data-result-told]', HTMLElement);
  const file = form.fileOf(later);
  if (!file) {
    told.textContent = form.say('translation.begin');
    return;
  }
  const mend = form.findings.all.length > 0 ? ` ${form.say('result.problems')}` : '';
  if (what === 'zip') {
    saveFile(`${zipName(file)}.zip`, later.zipOf([file]), 'application/zip');
    told.textContent = mend.trim() || form.say('problems.none');
  } else if (what === 'copy') {
    told.textContent = `${form.say((await copied(file.text)) ? 'result.copied' : 'result.uncopied')}${mend}`;
    part(form.host, '[data-file]', HTMLDetailsElement).open = true;
    showFile(form, later);
  } else if (form.data.repository !== undefined) {
    const { address, filled } = later.newFile(form.data.repository, file);
    if (!filled) await copied(file.text);
    part(form.host, '[data-host-note]', HTMLElement).textContent = form.say(
      filled ? 'result.host.filled' : 'result.host.empty',
    );
    told.textContent = mend.trim();
    window.open(address, '_blank', 'noopener');
  }
}

/** The last folder of the path, and the language where it is a translation. */
function zipName({ path }: HandedFile): string {
  const [name = '', slug = 'contribution'] = path.split('/').toReversed();
  return name === 'index.mdx' ? slug : `${slug}-${name.replace('.mdx', '')}`;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
