import { type Locale, sourceLocale } from '../i18n/locales.ts';
import { cacheKey } from './cache-key.ts';
import { type CaseFigure, type FigureKind, figureFile, figureKinds, figureName } from './case-figures.ts';
import { recoveryId } from './case-recovery.ts';
import { figuresOf } from './figures.ts';
import { openItem } from './item-paths.ts';
import { type Entry, loadLibrary } from './library.ts';
import { activeLocales, asset, localeParam } from './site.ts';
import { viewOf } from './view.ts';

export interface FigureProps {
  readonly slug: string;
  readonly locale: Locale;
  /** Name of the figure within its case. */
  readonly name: string;
}

/** `getStaticPaths` of the pages that show one figure: in English, and wherever the case has words of its own. */
export async function figurePaths() {
  const library = await loadLibrary();
  return library.all('case-studies').flatMap((entry) =>
    activeLocales
      .filter((locale) => isWritten(entry, locale))
      .flatMap((locale) =>
        figuresOf(viewOf(entry, locale).record, locale).map(({ id }) => ({
          params: { locale: localeParam(locale), slug: entry.slug, figure: figureName(id) },
          props: { slug: entry.slug, locale, name: figureName(id) } satisfies FigureProps,
          cacheKey: cacheKey([locale, entry.digest]),
        })),
      ),
  );
}

function isWritten(entry: Entry<'case-studies'>, locale: Locale): boolean {
  return locale === sourceLocale || entry.translations.some((one) => one.locale === locale);
}

/** The figure and its case. */
export async function openFigure({ slug, locale, name }: FigureProps): Promise<{
  entry: Entry<'case-studies'>;
  record: ReturnType<typeof viewOf<'case-studies'>>['record'];
  figure: CaseFigure;
}> {
  const { entry } = await openItem('case-studies', slug);
  const { record } = viewOf(entry, locale);
  const figure = figuresOf(record, locale).find(({ id }) => figureName(id) === name);
  if (!figure) throw new Error(`${slug} has no figure ${name}`);
  return { entry, record, figure };
}

/** Addresses of a figure outside of its page. */
export interface FigureFiles {
  /** The drawing, and the same as a picture of points. */
  readonly drawn: readonly { readonly kind: FigureKind; readonly address: string }[];
  /** The page that other sites may show in a frame. */
  readonly embed: string;
  /** Its rows as a table, where they are outcomes. */
  readonly csv?: string;
}

export function figureFiles(path: string, id: string, locale: Locale): FigureFiles {
  return {
    drawn: figureKinds.map((kind) => ({
      kind,
      address: asset(`${path}figures/${figureFile(id, locale, kind)}`),
    })),
    embed: asset(`/embed${locale === sourceLocale ? '' : `/${locale}`}${path}${figureName(id)}/`),
    ...(id === recoveryId ? {} : { csv: asset(`${path}outcomes.csv`) }),
  };
}
