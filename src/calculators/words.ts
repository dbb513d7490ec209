import type { Locale } from '../i18n/locales.ts';
import blueCarbonEn from './blue-carbon/words/en.json' with { type: 'json' };
import blueCarbonZh from './blue-carbon/words/zh.json' with { type: 'json' };
import carbonNeutralityAr from './carbon-neutrality/words/ar.json' with { type: 'json' };
import carbonNeutralityEn from './carbon-neutrality/words/en.json' with { type: 'json' };
import carbonNeutralityEs from './carbon-neutrality/words/es.json' with { type: 'json' };
import carbonNeutralityFr from './carbon-neutrality/words/fr.json' with { type: 'json' };
import carbonNeutralityRu from './carbon-neutrality/words/ru.json' with { type: 'json' };
import carbonNeutralityZh from './carbon-neutrality/words/zh.json' with { type: 'json' };
import eddyCovarianceEn from './eddy-covariance/words/en.json' with { type: 'json' };
import eddyCovarianceZh from './eddy-covariance/words/zh.json' with { type: 'json' };
import ipccSocEn from './ipcc-soc-tier1/words/en.json' with { type: 'json' };
import ipccSocZh from './ipcc-soc-tier1/words/zh.json' with { type: 'json' };
import type { CalculatorId } from './load.ts';
import metaAnalysisEn from './meta-analysis/words/en.json' with { type: 'json' };
import metaAnalysisZh from './meta-analysis/words/zh.json' with { type: 'json' };
import peatlandEn from './peatland/words/en.json' with { type: 'json' };
import peatlandZh from './peatland/words/zh.json' with { type: 'json' };
import recoveryWheelAr from './recovery-wheel/words/ar.json' with { type: 'json' };
import recoveryWheelEn from './recovery-wheel/words/en.json' with { type: 'json' };
import recoveryWheelEs from './recovery-wheel/words/es.json' with { type: 'json' };
import recoveryWheelFr from './recovery-wheel/words/fr.json' with { type: 'json' };
import recoveryWheelRu from './recovery-wheel/words/ru.json' with { type: 'json' };
import recoveryWheelZh from './recovery-wheel/words/zh.json' with { type: 'json' };
import regrowthEn from './regrowth/words/en.json' with { type: 'json' };
import regrowthZh from './regrowth/words/zh.json' with { type: 'json' };
import restorationCostEn from './restoration-cost/words/en.json' with { type: 'json' };
import restorationCostZh from './restoration-cost/words/zh.json' with { type: 'json' };
import rothcEn from './rothc/words/en.json' with { type: 'json' };
import rothcZh from './rothc/words/zh.json' with { type: 'json' };
import samplingEn from './sampling/words/en.json' with { type: 'json' };
import samplingZh from './sampling/words/zh.json' with { type: 'json' };
import type { Words } from './say.ts';
import sdgEn from './sdg-15-3-1/words/en.json' with { type: 'json' };
import sdgZh from './sdg-15-3-1/words/zh.json' with { type: 'json' };
import socStockEn from './soc-stock/words/en.json' with { type: 'json' };
import socStockZh from './soc-stock/words/zh.json' with { type: 'json' };
import treeBiomassEn from './tree-biomass/words/en.json' with { type: 'json' };
import treeBiomassZh from './tree-biomass/words/zh.json' with { type: 'json' };
import unitsGwpEn from './units-gwp/words/en.json' with { type: 'json' };
import unitsGwpZh from './units-gwp/words/zh.json' with { type: 'json' };
import ar from './words/ar.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import yasso15En from './yasso15/words/en.json' with { type: 'json' };
import yasso15Zh from './yasso15/words/zh.json' with { type: 'json' };

// For the build and the command line: a browser gets the words of one page in that page.

type Dictionary = Readonly<Record<string, string>>;

const shared: Readonly<Record<Locale, Dictionary>> = { en, zh, es, fr, ru, ar };

/** One line a calculator. */
const ofCalculator: Readonly<
  Record<CalculatorId, { readonly en: Dictionary } & Readonly<Partial<Record<Locale, Dictionary>>>>
> = {
  'eddy-covariance': { en: eddyCovarianceEn, zh: eddyCovarianceZh },
  'ipcc-soc-tier1': { en: ipccSocEn, zh: ipccSocZh },
  'restoration-cost': { en: restorationCostEn, zh: restorationCostZh },
  'carbon-neutrality': {
    en: carbonNeutralityEn,
    zh: carbonNeutralityZh,
    es: carbonNeutralityEs,
    fr: carbonNeutralityFr,
    ru: carbonNeutralityRu,
    ar: carbonNeutralityAr,
  },
  // The names of its attributes and parts are in every language: cases that were scored are drawn with them.
  'recovery-wheel': {
    en: recoveryWheelEn,
    zh: recoveryWheelZh,
    es: recoveryWheelEs,
    fr: recoveryWheelFr,
    ru: recoveryWheelRu,
    ar: recoveryWheelAr,
  },
  regrowth: { en: regrowthEn, zh: regrowthZh },
  rothc: { en: rothcEn, zh: rothcZh },
  'sdg-15-3-1': { en: sdgEn, zh: sdgZh },
  'soc-stock': { en: socStockEn, zh: socStockZh },
  'tree-biomass': { en: treeBiomassEn, zh: treeBiomassZh },
  'units-gwp': { en: unitsGwpEn, zh: unitsGwpZh },
  yasso15: { en: yasso15En, zh: yasso15Zh },
  peatland: { en: peatlandEn, zh: peatlandZh },
  'blue-carbon': { en: blueCarbonEn, zh: blueCarbonZh },
  sampling: { en: samplingEn, zh: samplingZh },
  'meta-analysis': { en: metaAnalysisEn, zh: metaAnalysisZh },
};

/** The words of a calculator in a language: its own and those that all calculators share. */
export function wordsOf(id: CalculatorId, locale: Locale): Words {
  const own: Dictionary = { ...shared[locale], ...ofCalculator[id][locale] };
  const english = Object.entries({ ...en, ...ofCalculator[id].en }).filter(([key]) => !(key in own));
  return { locale, own, english: Object.fromEntries(english) };
}

const saidByScript =
  /^(?:row|cell|range|optional|problem|warning|output|sentence|interval|headline|choice|label|status|view|drivers|scenario|batch|figure|working|equation|symbol|unit|field|column)(?:\.|$)|^title$|^factor\.value$|\.caption$|^heading\.(?:inputs|working|warnings|tables|scenarios)$|^button\.(?:remove-row|move-up|move-down|use|drop|stop|save-batch|save-table|template)$|^table\.cut$/;

/** The words that change while a reader types, for the page to carry; what the build alone says is left out. */
export function wordsForScript({ locale, own, english }: Words): Words {
  const said = (words: Dictionary) =>
    Object.fromEntries(
      Object.entries(words).filter(([key]) => saidByScript.test(key) && !key.endsWith('.hint')),
    );
  return { locale, own: said(own), english: said(english) };
}
