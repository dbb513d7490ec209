import { ecosystemTypes } from '../charts/ecosystem.ts';
import { coreYears } from '../charts/time-axis.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { type CaseSpan, spanOf } from './case-span.ts';
import type { Entry, Library } from './library.ts';
import { encodePng, type Rectangle } from './png.ts';
import { coreDrawing, coresDrawing, layersDrawing, sharePicture, signs } from './share-drawings.ts';
import { absolute, asset } from './site.ts';

/** What a link to a page shows on other sites. Cases of one ecosystem and the same years share a picture. */
export interface SharedPicture {
  readonly address: string;
  readonly alt: string;
}

/** The picture of a page: of the years of a case, else of the kind of page its address names. */
export function sharedPictureOf(path: string, entry: Entry | undefined, locale: Locale): SharedPicture {
  const t = translator(locale);
  const address = (name: string) => absolute(asset(`/share/${name}.png`));
  if (entry && isCase(entry)) {
    const { from, to } = coreYears;
    return {
      address: address(caseName(spanOf(entry.facts))),
      alt: t('share.alt.case', { from: String(from), to: String(to) }),
    };
  }
  const kind = path.split('/')[1] ?? '';
  return {
    address: address(kind === 'case-studies' || kind in signs ? kind : 'portal'),
    alt: t('share.alt'),
  };
}

/** Every picture there is: its name and its drawing. */
export function shareDrawings(library: Library): ReadonlyMap<string, readonly Rectangle[]> {
  const spans = library.all('case-studies').map(({ facts }) => spanOf(facts));
  const cores = new Map(spans.map((span) => [caseName(span), span]));
  const types = spans.length > 0 ? spans.map(({ ecosystem }) => ecosystem) : ecosystemTypes;
  return new Map<string, readonly Rectangle[]>([
    ['portal', layersDrawing(types)],
    ['case-studies', coresDrawing([...spans].sort((a, b) => a.start - b.start))],
    ...Object.entries(signs),
    ...[...cores].map(([name, span]): [string, Rectangle[]] => [name, coreDrawing(span)]),
  ]);
}

export async function drawShared(drawing: readonly Rectangle[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await encodePng(sharePicture(drawing)));
}

const isCase = (entry: Entry): entry is Entry<'case-studies'> => entry.collection === 'case-studies';

function caseName({ ecosystem, start, end, approximate }: CaseSpan): string {
  return ['case', ecosystem, `${approximate ? 'about-' : ''}${start}`, ...(end ? [end] : [])].join('-');
}
