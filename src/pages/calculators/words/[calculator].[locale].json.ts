import type { APIRoute } from 'astro';
import { calculatorIds, isCalculatorId } from '../../../calculators/load.ts';
import { wordsForScript, wordsOf } from '../../../calculators/words.ts';
import { locales } from '../../../i18n/locales.ts';
import { activeLocales } from '../../../portal/site.ts';

/** The words that change while a reader works with a calculator; its program asks for them when it starts. */
export const getStaticPaths = () =>
  calculatorIds.flatMap((calculator) => activeLocales.map((locale) => ({ params: { calculator, locale } })));

export const GET: APIRoute = ({ params }) => {
  const { calculator = '' } = params;
  const locale = locales.find((one) => one === params['locale']);
  if (!isCalculatorId(calculator) || locale === undefined) throw new Error(`no words for ${calculator}`);
  return new Response(JSON.stringify(wordsForScript(wordsOf(calculator, locale))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
