import { expect, test } from 'vitest';
import { message } from '#core/i18n/message.ts';
import { FieldReading } from './reading.ts';

const reading = (text: string) => new FieldReading({ text: () => text });

test('gives one line, its letters composed, without what nobody sees', () => {
  expect(reading(' u\u0308c\u0000 \n alma ').line('name', 20)).toBe('üc alma');
  expect(reading('').line('name', 20)).toBe('');
});

test('says of each field the first thing that is wrong, and gives nothing then', () => {
  const read = reading('nar və alma');
  expect(read.line('name', 4)).toBe('nar və alma');
  read.wrong('name', message('errors.not_found_page'));
  expect(read.end('value')).toMatchObject({
    ok: false,
    refusal: { fields: [{ field: 'name', message: { key: 'errors.field_too_long', params: { max: 4, found: 11 } } }] },
  });
  expect(reading('nar').end('value')).toEqual({ ok: true, value: 'value' });
});
