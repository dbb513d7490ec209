import type { CompareData, Packed } from '../compare/data.ts';
import { type Kind, kindNames, kinds } from '../compare/record.ts';
import type { LabelKind, ModelFigures, TitleKind } from '../compare/words.ts';
import type { Locale, Text } from '../i18n/locales.ts';
import { messageForms, messageKeys, translator } from '../i18n/translate.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { questionName } from '../synthesis/render.ts';
import { percent } from '../synthesis/words.ts';
import type { Entry, Library } from './library.ts';
import { inListOrder } from './list-order.ts';
import { modelEvidence } from './model-evidence.ts';
import { modelSynthesis } from './model-synthesis.ts';
import { absolute, activeLocales, asset, href } from './site.ts';
import { synthesisWords } from './synthesis.ts';
import { titleOf } from './view.ts';

const vocabulariesOf: Readonly<Record<Kind, readonly LabelKind[]>> = {
  cases: ['ecosystems', 'drivers', 'degradation-types', 'interventions', 'indicators', 'pools'],
  protocols: ['pools', 'land-uses'],
  models: ['interventions', 'indicators'],
};

const titlesOf: Readonly<Record<Kind, readonly TitleKind[]>> = {
  cases: ['protocols', 'management-models', 'policy-options'],
  protocols: ['calculators'],
  models: ['protocols', 'policy-options'],
};

/** The messages that each kind is said with. */
const messagesOf: Readonly<Record<Kind, RegExp>> = {
  cases:
    /^(?:outcomes\.(?!details|certainty|measured|computed|failures)|kind-of-value\.|baseline\.|design\.|basis\.|restoration\.|degrees\.|facts\.(?!length|label|map|timeline)|list\.column\.country|section\.case-studies\.failures|collection\.(?:management-models|protocols|policy-options)$)/,
  protocols:
    /^(?:protocol\.(?:yields|pools|suits|scale|skill|cost|crew|equipment|steps|checks|uncertainty|standards|version|variants)|skill\.|cost\.|collection\.calculators$|count\.case-studies$)/,
  models:
    /^(?:model\.|kind-of-value\.|evidence\.(?:figures|cases|compared|absolute)$|synthesis\.(?:model|certainty|studies)$|count\.case-studies$|collection\.(?:protocols|policy-options)$)/,
};

/** What is said of every kind. */
const always =
  /^(?:compare\.(?!title|lead|static|begin|example|form|add|choice|put|take|tick|open|clear|options|legend|csv|print|only)|review\.|kind\.(?:case-studies|protocols|management-models)$)/;

/** All that says a comparison in one language, for the build and, as a file, for a browser. */
export function compareData(library: Library, kind: Kind, locale: Locale): CompareData {
  const keys = messageKeys.filter((key) => always.test(key) || messagesOf[kind].test(key));
  const collection = kinds[kind];
  return {
    locale,
    messages: messageForms(locale, keys),
    labels: Object.fromEntries(
      vocabulariesOf[kind].map((name) => [
        name,
        packed(
          Object.entries(vocabularies[name].entries).map(([id, entry]) => [id, labelOf(entry, id, locale)]),
          locale,
        ),
      ]),
    ),
    symbols: Object.fromEntries(
      Object.entries(vocabularies.units.entries).flatMap(([code, { symbol }]) =>
        symbol === code ? [] : [[code, symbol]],
      ),
    ),
    titles: Object.fromEntries(
      titlesOf[kind].map((name) => [
        name,
        packed(
          library.all(name).map((entry) => [entry.slug, titleOf(entry as Entry, locale)]),
          locale,
        ),
      ]),
    ),
    evidence: kind === 'models' ? figuresOfModels(library, locale) : {},
    options:
      collection === 'case-studies'
        ? []
        : inListOrder(library, collection, locale).map((entry) => ({
            id: entry.slug,
            label: titleOf(entry as Entry, locale).text,
          })),
    base: href(locale, '/').replace(/\/$/, ''),
    origin: absolute(''),
  };
}

function packed(entries: readonly (readonly [string, Text])[], locale: Locale): Packed {
  return Object.fromEntries(
    entries.map(([id, { text, lang }]) => [id, lang === locale ? text : ([text] as const)]),
  );
}

function figuresOfModels(library: Library, locale: Locale): Record<string, ModelFigures> {
  const t = translator(locale);
  const words = synthesisWords(library, locale);
  return Object.fromEntries(
    library.all('management-models').map(({ slug }) => {
      const { silent, ranges } = modelEvidence(library, slug, locale);
      const pooled = modelSynthesis(library, slug).answers.map((answer) => {
        const { question, synthesis, certainty, studies } = answer;
        const name = `${questionName(answer, words)}, ${words.say(`synthesis.comparator.${question.comparator}`)}`;
        return {
          id: question.id,
          name,
          effect: synthesis
            ? percent(synthesis.pooled.estimate, locale)
            : t('synthesis.counted', { above: certainty.above, below: certainty.below }),
          certainty: t(`synthesis.certainty.${certainty.level}`),
          reasons: certainty.reasons.map((reason) => t(`synthesis.reason.${reason}`)),
          studies: studies.length,
        };
      });
      return [slug, { silent, ranges: ranges.map(({ label: _, ...range }) => range), pooled }];
    }),
  );
}

/** `getStaticPaths` of the words of every kind in every language. */
export const compareDataPaths = () =>
  activeLocales.flatMap((locale) =>
    kindNames.map((kind) => ({ params: { locale, kind }, props: { locale, kind } })),
  );

export const compareDataFile = (kind: Kind, locale: Locale) => asset(`/compare/${kind}.${locale}.json`);
