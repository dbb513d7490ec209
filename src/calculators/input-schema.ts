import type { Face } from './define.ts';
import type { Field, SingleField } from './fields.ts';
import { sayText, type Words } from './say.ts';

/** JSON Schema of the inputs of a calculator, as `calc run` and a saved run take them. */
export function inputSchema(calculator: Face, words: Words): object {
  const properties = Object.entries(calculator.fields).map(([name, field]) => [
    name,
    fieldSchema(name, field, words),
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: sayText(words, 'title').text,
    description: sayText(words, 'purpose').text,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    required: Object.entries(calculator.fields)
      .filter(([, field]) => isRequired(field))
      .map(([name]) => name),
  };
}

/** What has a default may be left out; a table has none but its worked example. */
function isRequired(field: Field): boolean {
  if (field.kind === 'table') return field.minRows > 0;
  return !field.optional && field.default === null;
}

function fieldSchema(name: string, field: Field, words: Words): object {
  if (field.kind !== 'table') return singleSchema(field, words, `field.${name}`);
  const columns = Object.entries(field.columns);
  return {
    description: sayText(words, `table.${name}.caption`).text,
    type: 'array',
    minItems: field.minRows,
    maxItems: field.maxRows,
    items: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        columns.map(([column, one]) => [column, singleSchema(one, words, `column.${name}.${column}`)]),
      ),
      required: columns.filter(([, one]) => isRequired(one)).map(([column]) => column),
    },
  };
}

function singleSchema(field: SingleField, words: Words, place: string): object {
  const head = {
    title: sayText(words, `${place}.label`).text,
    description: sayText(words, `${place}.hint`).text,
    ...(field.default === null ? {} : { default: field.default }),
  };
  const orNull = (type: string) => (field.optional ? [type, 'null'] : type);
  if (field.kind === 'choice')
    return { ...head, enum: field.optional ? [...field.values, null] : field.values };
  if (field.kind !== 'quantity') return { ...head, type: orNull('string'), maxLength: field.maxLength };
  const { min, max, exclusiveMin, unit, substance } = field;
  return {
    ...head,
    type: orNull('number'),
    ...(exclusiveMin ? { exclusiveMinimum: min } : { minimum: min }),
    maximum: max,
    // Keys of our own: UCUM code, and what a mass is a mass of.
    unit,
    ...(substance === null ? {} : { substance }),
  };
}
