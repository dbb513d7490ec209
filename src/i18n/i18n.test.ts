import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber, formatQuantity } from './format.ts';
import { type Locale, localeFacts, locales } from './locales.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };
import { translator } from './translate.ts';
import { escapeHtml, typeset } from './typeset.ts';

const messages: Record<Locale, Record<string, unknown>> = { en, zh, es, fr, ru, ar };
const places = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

describe('words of the interface', () => {
  it.each(locales)('are complete in %s, with the same places and the plurals of the language', (locale) => {
    expect(Object.keys(messages[locale])).toEqual(Object.keys(en));
    const plurals = new Intl.PluralRules(localeFacts[locale].format).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages[locale])) {
      expect(places(message), `${locale} ${key}`).toEqual(places((en as Record<string, unknown>)[key]));
      if (typeof message === 'object')
        expect(Object.keys(message ?? {}).sort(), `${locale} ${key}`).toEqual([...plurals].sort());
      else expect(String(message).trim(), `${locale} ${key}`).not.toBe('');
    }
  });

  it('choose the plural and leave unknown places alone', () => {
    expect(translator('en')('count.entries', { count: 1 })).toBe('1 entry');
    expect(translator('ru')('count.entries', { count: 5 })).not.toBe(
      translator('ru')('count.entries', { count: 2 }),
    );
    expect(translator('en')('licence')).toBe('Licence: {licence}');
    expect(translator('en')('licence', { licence: '$& {date}' })).toBe('Licence: $& {date}');
  });
});

describe('numbers', () => {
  it('keep their digits, with a real minus and thin groups from five digits up', () => {
    expect(formatNumber(-60.96, 'en')).toBe('−60.96');
    expect(formatNumber(1234, 'en')).toBe('1234');
    expect(formatNumber(1_600_000, 'en')).toBe('1\u202f600\u202f000');
    expect(formatNumber(0.42, 'fr')).toBe('0,42');
    expect(formatNumber(3.5, 'ar')).toBe('3.5');
  });

  it('print qualifier, sign and range', () => {
    expect(formatQuantity({ value: 0.29, qualifier: '~' }, 'en', true)).toBe('≈\u202f+0.29');
    expect(formatQuantity({ value: -91.76 }, 'en', true)).toBe('−91.76');
    expect(formatQuantity({ low: 29, high: 61 }, 'en')).toBe('29–61');
    expect(formatQuantity({ low: -3, high: 5 }, 'en', true)).toBe('−3 … +5');
    expect(formatQuantity({}, 'en')).toBe('');
  });

  it('are dated in words', () => {
    expect(formatDate('2026-11', 'en')).toBe('November 2026');
    expect(formatDate('2026-11-22', 'zh')).toBe('2026年11月22日');
    expect(formatDate('2026', 'fr')).toBe('2026');
  });
});

describe('typesetting', () => {
  it('sets subscripts and exponents and escapes everything', () => {
    expect(typeset('t CO2e ha^-1 yr^-1')).toBe('t CO<sub>2</sub>e ha<sup>−1</sup> yr<sup>−1</sup>');
    expect(typeset('CH4 and N2O, R2 and 12 cm^3')).toBe(
      'CH<sub>4</sub> and N<sub>2</sub>O, R2 and 12 cm<sup>3</sup>',
    );
    expect(typeset('16,000 km2 and 3 cm3, T2.4')).toBe('16,000 km<sup>2</sup> and 3 cm<sup>3</sup>, T2.4');
    expect(typeset('<b>CO2</b>')).toBe('&lt;b&gt;CO<sub>2</sub>&lt;/b&gt;');
    expect(escapeHtml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });
});
